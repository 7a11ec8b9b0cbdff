package org.lienthong.ui.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lienthong.sweep.BadRow;
import org.lienthong.sweep.Entitled;
import org.lienthong.sweep.Findings;

/** Writes what is found to files, and says how far it is. */
final class Results implements Findings, AutoCloseable {

  private static final int TOLD = 20;
  private static final long PAUSE = 2_000_000_000L;
  private static final long ALL = 100;

  private final CsvWriter out;
  private final CsvWriter problems;
  private final PrintStream err;
  private long rows;
  private long people;
  private long entitled;
  private long leftOut;
  private long toldAt = System.nanoTime();

  Results(Path out, Path problems, PrintStream err) throws IOException {
    this.out = CsvWriter.builder().build(out);
    this.problems = CsvWriter.builder().build(problems);
    this.err = err;
    this.out.writeRecord(
        "personRef",
        "decision",
        "service",
        "amount",
        "currency",
        "periodicity",
        "jurisdiction",
        "rows",
        "receives");
    this.problems.writeRecord("line", "field", "code");
  }

  @Override
  public void rows(long all) {
    rows = all;
    err.printf(Locale.ROOT, "sweep: %,d rows%n", all);
  }

  @Override
  public void entitled(Entitled one) {
    entitled++;
    Long amount = one.amount();
    out.writeRecord(
        one.personRef(),
        one.decision(),
        one.service(),
        amount == null ? "" : amount.toString(),
        text(one.currency()),
        text(one.periodicity()),
        text(one.jurisdiction()),
        String.join(" ", one.rows()),
        Boolean.toString(one.receives()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  @Override
  public void leftOut(BadRow row) {
    leftOut++;
    problems.writeRecord(Long.toString(row.line()), row.field(), row.code());
    if (leftOut <= TOLD) {
      err.println("sweep: line " + row.line() + ", " + row.field() + ": " + row.code());
    } else if (leftOut == TOLD + 1) {
      err.println("sweep: more rows are left out; see the file of problems");
    }
  }

  @Override
  public void done(int more) {
    people += more;
    long now = System.nanoTime();
    if (now - toldAt > PAUSE) {
      toldAt = now;
      long percent = rows == 0 ? ALL : Math.min(ALL, (people + leftOut) * ALL / rows);
      err.printf(Locale.ROOT, "sweep: %d %%, %,d entitlements%n", percent, entitled);
    }
  }

  /** Says the end; whether every row was read. */
  boolean end(Order order) {
    err.printf(
        Locale.ROOT, "sweep: %,d people, %,d entitlements in %s%n", people, entitled, order.out());
    if (leftOut > 0) {
      err.printf(Locale.ROOT, "sweep: %,d rows left out, see %s%n", leftOut, order.problems());
    }
    return leftOut == 0;
  }

  @Override
  public void close() throws IOException {
    try (problems) {
      out.close();
    }
  }
}
