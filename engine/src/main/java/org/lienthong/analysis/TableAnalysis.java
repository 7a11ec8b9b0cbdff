package org.lienthong.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lienthong.analysis.Walk.TooLarge;
import org.lienthong.columns.TableText;
import org.lienthong.feel.Feel;

/**
 * Finds what is wrong with a decision table as a whole. What it says is certain: a row is said to
 * be dead only if it is whatever its columns compute, and of cases only those are told that were
 * made up, put before the rows, and answered so. What it cannot find out it says, too. Thread-safe.
 */
public final class TableAnalysis {

  private final Feel feel;

  public TableAnalysis(Feel feel) {
    this.feel = feel;
  }

  /**
   * Looks at a table.
   *
   * @param promised the values that outputs allow, as FEEL, by the output's name
   * @param laws the amounts of all times and places at which the table may be asked, the one that
   *     matters most first; at least one
   */
  public List<TableFinding> analyse(
      TableText table, Map<String, String> promised, List<InForce> laws) {
    if (table.rows().isEmpty()) {
      return List.of(Phrases.noRows());
    }
    List<Grid> grids = laws.stream().map(law -> new Grid(feel, table, law)).toList();
    Set<TableFinding> findings = new LinkedHashSet<>();
    List<TableFinding> unknown = new ArrayList<>();
    BitSet dead = dead(table, grids, findings, unknown);
    Overlaps overlaps = new Overlaps(table);
    Gaps gaps = new Gaps(table);
    for (Grid grid : grids) {
      overlaps.look(grid);
      gaps.look(grid);
    }
    findings.addAll(overlaps.findings());
    findings.addAll(gaps.findings());
    findings.addAll(new Promises(feel, table, dead).findings(promised));
    findings.addAll(unknown);
    findings.addAll(overlaps.unknown());
    findings.addAll(gaps.unknown());
    return List.copyOf(findings);
  }

  private BitSet dead(
      TableText table, List<Grid> grids, Set<TableFinding> findings, List<TableFinding> unknown) {
    BitSet dead = new BitSet();
    for (int row = 0; row < table.rows().size(); row++) {
      try {
        if (DeadRows.dead(table, grids, row)) {
          dead.set(row);
          findings.add(DeadRows.finding(table, grids, row));
        }
      } catch (TooLarge e) {
        unknown.add(Phrases.tooLarge());
      }
    }
    return dead;
  }
}
