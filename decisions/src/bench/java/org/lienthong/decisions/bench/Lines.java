package org.lienthong.decisions.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was measured: a line each with what it is compared with, how many times better ours is, and
 * how many times better it shall be. Slowness fails no build; it is told.
 */
final class Lines {

  private final List<String> lines = new ArrayList<>();
  private int goals;
  private int met;

  /** A duration or a size, of which less is better. */
  void less(String name, double ours, double peer, String unit, double goal) {
    add(name, ours, peer, unit, peer / ours, goal);
  }

  /** A duration for which there is no goal. */
  void less(String name, double ours, double peer, String unit) {
    lines.add(line(name, ours, peer, unit, peer / ours));
  }

  /** A speed, of which more is better. */
  void more(String name, double ours, double peer, String unit, double goal) {
    add(name, ours, peer, unit, ours / peer, goal);
  }

  /** A speed for which there is no goal. */
  void more(String name, double ours, double peer, String unit) {
    lines.add(line(name, ours, peer, unit, ours / peer));
  }

  private void add(String name, double ours, double peer, String unit, double ratio, double goal) {
    boolean enough = ratio >= goal;
    goals++;
    met += enough ? 1 : 0;
    lines.add(
        line(name, ours, peer, unit, ratio)
            + String.format(Locale.ROOT, " goal=%.2f met=%s", goal, enough ? "yes" : "no"));
  }

  private static String line(String name, double ours, double peer, String unit, double ratio) {
    return String.format(
        Locale.ROOT,
        "BENCH %s ours=%s%s peer=%s%s ratio=%.2f",
        name,
        number(ours),
        unit,
        number(peer),
        unit,
        ratio);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.3f" : value < 1000 ? "%.2f" : "%.0f", value);
  }

  /** All lines, and how many goals are met. */
  void tell() {
    lines.forEach(System.out::println);
    System.out.printf("BENCH goals met=%d of=%d%n", met, goals);
  }
}
