package org.lienthong.design;

import java.util.ArrayList;
import java.util.List;
import org.lienthong.design.Review.Line;
import org.lienthong.design.Review.Line.Kind;

/** Compares two texts line by line: longest common subsequence between equal beginning and end. */
final class LineDiff {

  /** Equal lines that are shown around a change. */
  private static final int CONTEXT = 3;

  /**
   * Above this product of lengths the middle is shown as replaced whole: memory is the server's.
   */
  private static final long MAX_CELLS = 4_000_000;

  private final List<String> before;
  private final List<String> after;
  private final List<Line> lines = new ArrayList<>();

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  static List<Line> of(String before, String after) {
    return new LineDiff(before.lines().toList(), after.lines().toList()).compare();
  }

  private List<Line> compare() {
    int head = 0;
    int shorter = Math.min(before.size(), after.size());
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    for (int i = 0; i < head; i++) {
      same(i, i);
    }
    middle(head, before.size() - tail, after.size() - tail);
    for (int i = tail; i > 0; i--) {
      same(before.size() - i, after.size() - i);
    }
    return withoutFarLines();
  }

  private void middle(int from, int beforeEnd, int afterEnd) {
    int rows = beforeEnd - from;
    int columns = afterEnd - from;
    int[][] common =
        (long) rows * columns > MAX_CELLS ? new int[0][0] : common(from, rows, columns);
    int i = 0;
    int j = 0;
    while (common.length > 0 && i < rows && j < columns) {
      if (before.get(from + i).equals(after.get(from + j))) {
        same(from + i++, from + j++);
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        removed(from + i++);
      } else {
        added(from + j++);
      }
    }
    while (i < rows) {
      removed(from + i++);
    }
    while (j < columns) {
      added(from + j++);
    }
  }

  private int[][] common(int from, int rows, int columns) {
    int[][] common = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        common[i][j] =
            before.get(from + i).equals(after.get(from + j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private List<Line> withoutFarLines() {
    var near = new boolean[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).kind() != Kind.SAME) {
        for (int j = Math.max(0, i - CONTEXT); j <= Math.min(near.length - 1, i + CONTEXT); j++) {
          near[j] = true;
        }
      }
    }
    var shown = new ArrayList<Line>();
    for (int i = 0; i < near.length; i++) {
      if (near[i]) {
        shown.add(lines.get(i));
      } else if (i == 0 || near[i - 1]) {
        shown.add(new Line(Kind.SKIPPED, 0, 0, ""));
      }
    }
    return shown;
  }

  private void same(int i, int j) {
    lines.add(new Line(Kind.SAME, i + 1, j + 1, before.get(i)));
  }

  private void removed(int i) {
    lines.add(new Line(Kind.REMOVED, i + 1, 0, before.get(i)));
  }

  private void added(int j) {
    lines.add(new Line(Kind.ADDED, 0, j + 1, after.get(j)));
  }
}
