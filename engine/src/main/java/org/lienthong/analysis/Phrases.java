package org.lienthong.analysis;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.analysis.TableFinding.Kind;

/** Findings in words. */
final class Phrases {

  private Phrases() {}

  static TableFinding gap(Map<String, @Nullable Object> facts, InForce law) {
    String en = facts.isEmpty() ? "any case" : String.join(", ", Said.equalities(facts));
    String vi =
        facts.isEmpty() ? "mọi trường hợp" : String.join(", ", Said.equalities(facts, true));
    boolean dated = law.from() != null && !law.amounts().isEmpty();
    return new TableFinding(
        Kind.GAP,
        List.of(),
        facts,
        "No row covers this case: "
            + en
            + (dated ? " (by the amounts in force on " + law.day() + ")" : "")
            + ". Add a row for it, or say in one that a person decides.",
        "Không dòng nào áp dụng cho trường hợp: "
            + vi
            + (dated ? " (theo mức có hiệu lực ngày " + law.day() + ")" : "")
            + ". Thêm một dòng, hoặc một dòng giao cho cán bộ quyết định.");
  }

  static TableFinding overlap(
      List<String> rows, Map<String, @Nullable Object> facts, String policy) {
    return new TableFinding(
        Kind.OVERLAP,
        rows,
        facts,
        "Both "
            + String.join(" and ", rows)
            + " fit this case: "
            + String.join(", ", Said.equalities(facts))
            + ". Under "
            + policy
            + " it then gets no answer. Narrow one of them.",
        "Trường hợp này khớp cả hai dòng "
            + String.join(" và ", rows)
            + ": "
            + String.join(", ", Said.equalities(facts, true))
            + ". Với chính sách "
            + policy
            + " thì không có câu trả lời. Thu hẹp một trong hai dòng.");
  }

  static TableFinding contradiction(String row, String column, String cell) {
    return new TableFinding(
        Kind.DEAD_ROW,
        List.of(row),
        Map.of(),
        "The row "
            + row
            + " never fits: no possible value of "
            + column
            + " passes «"
            + cell
            + "», or passes it on a day on which the row's other cells do. Mend the cell, or delete"
            + " the row.",
        "Dòng "
            + row
            + " không bao giờ khớp: không giá trị nào của "
            + column
            + " thỏa «"
            + cell
            + "», hoặc chỉ thỏa vào những ngày mà các ô khác của dòng không thỏa. Sửa ô đó hoặc xóa"
            + " dòng.");
  }

  static TableFinding shadowed(
      String row, List<String> above, Map<String, @Nullable Object> facts) {
    String en = facts.isEmpty() ? "" : " (such as " + said(facts, false) + ")";
    String vi = facts.isEmpty() ? "" : " (ví dụ " + said(facts, true) + ")";
    return new TableFinding(
        Kind.DEAD_ROW,
        List.of(row),
        facts,
        "The row "
            + row
            + " never answers: every case that fits it"
            + en
            + " is answered above it, by "
            + String.join(", ", above)
            + ". Move it up, narrow those, or delete it.",
        "Dòng "
            + row
            + " không bao giờ trả lời: mọi trường hợp khớp"
            + vi
            + " đã được các dòng phía trên trả lời ("
            + String.join(", ", above)
            + "). Chuyển dòng lên trên, thu hẹp các dòng đó, hoặc xóa dòng.");
  }

  /** A promise that nobody keeps, with the rows that would if they ever answered. */
  static TableFinding never(String output, String value, List<String> rows) {
    String would = String.join(", ", rows);
    return new TableFinding(
        Kind.OUTPUT_NEVER,
        rows,
        Map.of(),
        "The output "
            + output
            + " promises "
            + value
            + ", and no row that answers gives it"
            + (rows.isEmpty() ? "." : ": only " + would + " would, and never answers."),
        "Kết quả "
            + output
            + " hứa giá trị "
            + value
            + " nhưng không dòng nào đưa ra"
            + (rows.isEmpty()
                ? "."
                : ": chỉ có " + would + ", mà dòng này không bao giờ trả lời."));
  }

  private static String said(Map<String, @Nullable Object> facts, boolean vietnamese) {
    return String.join(", ", Said.equalities(facts, vietnamese));
  }

  static TableFinding noRows() {
    return new TableFinding(
        Kind.GAP,
        List.of(),
        Map.of(),
        "The table has no rows, so no case is covered. Add one.",
        "Bảng không có dòng nào nên không trường hợp nào có câu trả lời. Thêm một dòng.");
  }

  static TableFinding tooLarge() {
    return unknown(
        List.of(),
        "Not analysed in full, because the rows combine in too many ways to look at each.",
        "Chưa phân tích hết vì các dòng kết hợp theo quá nhiều cách.");
  }

  static TableFinding gapUnknown(List<String> columns) {
    return unknown(
        List.of(),
        "Whether every case is covered is not known, because it depends on what is computed: "
            + String.join("; ", columns)
            + ". No uncovered case was met.",
        "Chưa biết mọi trường hợp có dòng áp dụng hay không, vì phụ thuộc phép tính: "
            + String.join("; ", columns)
            + ". Chưa gặp trường hợp nào bị bỏ sót.");
  }

  static TableFinding overlapUnknown(List<String> rows, List<String> columns) {
    return unknown(
        rows,
        "Whether "
            + String.join(" and ", rows)
            + " can fit one case is not known, because it depends on what is computed: "
            + String.join("; ", columns)
            + ". No such case was met.",
        "Chưa biết các dòng "
            + String.join(" và ", rows)
            + " có thể cùng khớp hay không, vì phụ thuộc phép tính: "
            + String.join("; ", columns)
            + ". Chưa gặp trường hợp nào như vậy.");
  }

  private static TableFinding unknown(List<String> rows, String en, String vi) {
    return new TableFinding(Kind.NOT_ANALYSED, rows, Map.of(), en, vi);
  }
}
