package org.lienthong.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lienthong.columns.Amounts;
import org.lienthong.columns.Compilation;
import org.lienthong.columns.Compilation.Compiled;
import org.lienthong.columns.Compilation.NotCompiled;
import org.lienthong.columns.Program;
import org.lienthong.feel.Feel;

/**
 * The compiled answer equals the engine's, always.
 *
 * <p>Every build compares 30,000 answers of random tables, and 20,000 of the real ones beside the
 * content; {@code -Dlienthong.comparisons=1000000} runs as many; {@code -Dlienthong.seed=…} repeats
 * a run.
 */
class ColumnsTest {

  private static final int COMPARISONS = Integer.getInteger("lienthong.comparisons", 30_000);
  private static final int CASES = 100;
  private static final long SEED = Long.getLong("lienthong.seed", 20_260_301L);

  private final Feel feel = new Feel();
  private final TableEngine engine = new TableEngine(feel);
  private final Decider decider = new Decider(engine, feel, Asker.EVERY_DAY);

  /** One amount, that rises twice and was not in force before. */
  private static final Amounts STANDARD =
      new Amounts() {
        private final long first = LocalDate.of(2000, 1, 1).toEpochDay();
        private final long second = LocalDate.of(2026, 1, 1).toEpochDay();

        @Override
        public @Nullable Object value(String key, long day, int place) {
          return !key.equals("standard") || day < first
              ? null
              : day < second ? 150_000L : 240_000.5;
        }

        @Override
        public long[] changes(String key) {
          return key.equals("standard") ? new long[] {first, second} : new long[0];
        }
      };

  @Test
  void answersAsTheEngineOverRandomTables() {
    Differential differential = new Differential(decider, STANDARD);
    int compiled = 0;
    int tables = 0;
    Set<String> reasons = new TreeSet<>();
    for (long seed = SEED; differential.compared() < COMPARISONS; seed++) {
      tables++;
      RandomTable drawn = new RandomTable(new Random(seed));
      Table table = engine.compile(DrawnTable.KEY, 1, drawn.model());
      if (table.columnar() instanceof NotCompiled not) {
        reasons.add(not.reason());
      } else {
        compiled++;
        compare(seed, drawn.written(), table, differential);
      }
      assertThat(tables)
          .as("tables that were drawn; not compiled: %s", reasons)
          .isLessThan(100 + COMPARISONS / 20);
    }
    assertThat(compiled)
        .as("compiled of %d; not: %s", tables, reasons)
        .isGreaterThan(tables * 9 / 10);
    assertThat(differential.elsewhere()).isLessThan(differential.compared() / 3);
    System.getLogger("columns")
        .log(
            System.Logger.Level.INFO,
            "%d of %d tables compiled, %d cases compared, %d left to the engine"
                .formatted(compiled, tables, differential.compared(), differential.elsewhere()));
  }

  private static void compare(
      long seed, List<String> written, Table table, Differential differential) {
    Program program = ((Compiled) table.columnar()).program();
    Random random = new Random(seed * 31);
    RandomFacts drawn = new RandomFacts(table, written, random);
    LocalDate keyDate = random.nextInt(4) == 0 ? drawn.day() : null;
    List<Map<String, Object>> cases = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      cases.add(drawn.next());
    }
    assertThat(differential.over(table, program, cases, keyDate))
        .as(
            "seed %d, repeat with -Dlienthong.seed=%d; %s over %s",
            seed, seed, table.hitPolicy(), written)
        .isEmpty();
  }

  @Test
  void aWrongColumnWouldBeFound() {
    Table table = grant(">= 6");
    Program other = ((Compiled) grant("> 6").columnar()).program();
    List<Map<String, Object>> cases =
        List.of(Map.of("months", 5), Map.of("months", 6), Map.of("months", 7));

    List<Differential.Difference> found =
        new Differential(decider, STANDARD).over(table, other, cases, null);

    assertThat(found).extracting(d -> d.facts().get("months")).containsExactly(6);
  }

  private Table grant(String cell) {
    return engine.compile(
        DrawnTable.KEY,
        1,
        new DrawnTable("FIRST")
            .fact("months", "number")
            .column("months", "integer", "")
            .output("status")
            .output("amount")
            .row("paid", cell, "\"ELIGIBLE\"", "2 * months")
            .row("unpaid", "", "\"NOT_ELIGIBLE\"", "0")
            .model());
  }

  @Test
  void saysWhatItDoesNotKnow() {
    Compilation compilation =
        engine
            .compile(
                DrawnTable.KEY,
                1,
                new DrawnTable("FIRST")
                    .fact("months", "number")
                    .column("months ** 2", "integer", "")
                    .output("status")
                    .row("any", "> 3", "\"ELIGIBLE\"")
                    .model())
            .columnar();

    assertThat(compilation)
        .isInstanceOfSatisfying(
            NotCompiled.class,
            not ->
                assertThat(not.reason())
                    .isEqualTo(
                        "The column «months ** 2» holds a power, which columns do not know."));
  }
}
