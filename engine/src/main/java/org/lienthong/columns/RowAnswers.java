package org.lienthong.columns;

import static org.lienthong.columns.FactColumn.NULL;
import static org.lienthong.columns.FactColumn.ODD;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Status and amount of each row, where they are written; which results say them, where not. */
final class RowAnswers {

  private final Answers wanted;
  private final int statusOutput;
  private final int amountOutput;

  /** By row; -1 where the row says none that is known, or computes it. */
  final byte[] statuses;

  /** By row. */
  final boolean[] computesStatus;

  /** By row; odd where it says none that is money. */
  final long[] amounts;

  RowAnswers(Answers wanted, TableText table, List<List<Result>> results) {
    this.wanted = wanted;
    this.statusOutput = output(table, wanted.status());
    this.amountOutput = output(table, wanted.amount());
    this.statuses = new byte[results.size()];
    this.amounts = new long[results.size()];
    this.computesStatus = new boolean[results.size()];
    for (int row = 0; row < statuses.length; row++) {
      statuses[row] = -1;
      amounts[row] = NULL;
      for (Result result : results.get(row)) {
        if (result.output() == statusOutput) {
          computesStatus[row] = result.node() != null;
          statuses[row] = result.node() == null ? rank(result.written()) : -1;
        }
        if (result.output() == amountOutput && result.node() == null) {
          amounts[row] = money(result.written());
        }
      }
    }
  }

  private static int output(TableText table, String name) {
    for (int i = 0; i < table.outputs().size(); i++) {
      if (name.equals(table.outputs().get(i).name())) {
        return i;
      }
    }
    return -1;
  }

  byte rank(@Nullable Object status) {
    return (byte) wanted.ranked().indexOf(String.valueOf(status));
  }

  private static long money(@Nullable Object written) {
    try {
      return written == null ? NULL : new BigDecimal(written.toString()).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      return ODD;
    }
  }

  boolean isStatus(Result result) {
    return result.output() == statusOutput;
  }

  boolean isAmount(Result result) {
    return result.output() == amountOutput;
  }
}
