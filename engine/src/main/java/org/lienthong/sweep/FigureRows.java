package org.lienthong.sweep;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.population.BadCell;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Counts of sweeps, and the rows of files that could not be read. */
@Repository
class FigureRows {

  /** So many rows are told; the sweep knows how many there were. */
  static final int MOST_PROBLEMS = 1000;

  private static final String COUNTED = "decision, province, entitled, amount, receiving";
  private static final String SUMS =
      "decision, province, sum(entitled), sum(amount), sum(receiving)";

  private final JdbcTemplate jdbc;

  FigureRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps what a part has counted. Parts are only added, and summed up when somebody asks: every
   * part counts nearly every benefit in every province, and changing a row costs ten times as much
   * as adding one.
   */
  void add(String sweep, List<Figure> figures) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    figures.forEach(
        f ->
            rows.add(
                new @Nullable Object[] {
                  sweep, f.decision(), f.province(), f.entitled(), f.amount(), f.receiving()
                }));
    RowCopy.insert(jdbc, "sweep_part_figure", "sweep_id, " + COUNTED, rows);
  }

  /** Sums up the parts for good, once there are no more. */
  void settle(String sweep) {
    jdbc.update(
        "insert into sweep_figure (sweep_id, "
            + COUNTED
            + ") select sweep_id, "
            + SUMS
            + " from sweep_part_figure where sweep_id = ? group by sweep_id, decision, province",
        sweep);
    jdbc.update("delete from sweep_part_figure where sweep_id = ?", sweep);
  }

  List<Figure> of(String sweep) {
    return jdbc.query(
        "select "
            + SUMS
            + " from (select * from sweep_figure union all select * from sweep_part_figure) f"
            + " where sweep_id = ? group by decision, province order by decision, province",
        (row, i) ->
            new Figure(
                row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)),
        sweep);
  }

  /** Keeps what could not be read, as far as there is room. */
  void problems(String sweep, long before, List<BadCell> bad) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < bad.size() && before + i < MOST_PROBLEMS; i++) {
      BadCell cell = bad.get(i);
      rows.add(new Object[] {sweep, before + i, cell.line(), cell.field(), cell.code()});
    }
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(
          "insert into sweep_problem (sweep_id, place, line, field, code) values (?, ?, ?, ?, ?)",
          rows);
    }
  }

  List<BadRow> problems(String sweep) {
    return jdbc.query(
        "select line, field, code from sweep_problem where sweep_id = ? order by place",
        (row, i) -> new BadRow(row.getLong(1), row.getString(2), row.getString(3)),
        sweep);
  }
}
