package org.lienthong.sweep;

import java.util.ArrayList;
import java.util.List;
import org.lienthong.population.BadCell;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Counts of sweeps, and the rows of files that could not be read. */
@Repository
class FigureRows {

  /** So many rows are told; the sweep knows how many there were. */
  static final int MOST_PROBLEMS = 1000;

  private final JdbcTemplate jdbc;

  FigureRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds what a part has counted. */
  void add(String sweep, List<Figure> figures) {
    List<Object[]> updates = new ArrayList<>();
    figures.forEach(
        f ->
            updates.add(
                new Object[] {
                  f.entitled(), f.amount(), f.receiving(), sweep, f.decision(), f.province()
                }));
    if (updates.isEmpty()) {
      return;
    }
    int[] changed =
        jdbc.batchUpdate(
            "update sweep_figure set entitled = entitled + ?, amount = amount + ?,"
                + " receiving = receiving + ? where sweep_id = ? and decision = ? and province = ?",
            updates);
    List<Object[]> inserts = new ArrayList<>();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == 0) {
        inserts.add(updates.get(i));
      }
    }
    jdbc.batchUpdate(
        "insert into sweep_figure (entitled, amount, receiving, sweep_id, decision, province)"
            + " values (?, ?, ?, ?, ?, ?)",
        inserts);
  }

  List<Figure> of(String sweep) {
    return jdbc.query(
        "select decision, province, entitled, amount, receiving from sweep_figure"
            + " where sweep_id = ? order by decision, province",
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
