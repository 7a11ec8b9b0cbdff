package org.lienthong.columns;

import static org.lienthong.columns.FactColumn.NULL;
import static org.lienthong.columns.FactColumn.ODD;

import org.lienthong.columns.TableText.HitPolicy;

/** Gives people the status and the amount of their rows, and finds results that fail. */
final class Payout {

  private final Program program;
  private final Frame frame;
  private final Verdicts out;
  private final int[] chosen;

  Payout(Program program, Frame frame, Verdicts out) {
    this.program = program;
    this.frame = frame;
    this.out = out;
    this.chosen = frame.space.chosen;
  }

  void block(int from, long[] match, boolean[] elsewhere) {
    int n = frame.n;
    boolean inOrder = program.hitPolicy() == HitPolicy.RULE_ORDER;
    if (!inOrder) {
      written(from, n, -1);
    }
    long any = 0;
    for (int i = 0; i < n; i++) {
      any |= elsewhere[i] ? 0 : match[i];
    }
    for (int row = 0; any != 0; row++, any >>>= 1) {
      if ((any & 1) != 0) {
        if (inOrder) {
          written(from, n, 1L << row); // the first row that has an amount says it
        }
        row(row, from, n, match);
      }
    }
  }

  private void row(int row, int from, int n, long[] match) {
    boolean sure = true;
    boolean computes = false;
    for (Result result : program.results.get(row)) {
      if (result.node() != null) {
        boolean certain = result.sure(frame);
        sure &= certain;
        computes |=
            !certain || program.answers.isAmount(result) || program.answers.isStatus(result);
      }
    }
    if (!computes) {
      return;
    }
    int count = choose(row, from, n, match, sure);
    if (count == 0) {
      return;
    }
    for (int k = 0; k < count; k++) {
      frame.people[k] = from + chosen[k];
    }
    frame.chosen(count);
    for (Result result : program.results.get(row)) {
      if (result.node() != null) {
        computed(result, row, count);
      }
    }
  }

  /** The engine computes the results of every row that fits, also of those that do not answer. */
  private int choose(int row, int from, int n, long[] match, boolean sure) {
    long bit = 1L << row;
    int count = 0;
    for (int i = 0; i < n; i++) {
      long rows = sure ? out.rows[from + i] : match[i];
      if ((rows & bit) != 0 && out.outcomes[from + i] != Outcome.ELSEWHERE) {
        chosen[count++] = i;
      }
    }
    return count;
  }

  private void written(int from, int n, long some) {
    byte[] statuses = program.answers.statuses;
    long[] amounts = program.answers.amounts;
    boolean[] computes = program.answers.computesStatus;
    for (int p = from; p < from + n; p++) {
      for (long rows = out.rows[p] & some; rows != 0; rows &= rows - 1) {
        int row = Long.numberOfTrailingZeros(rows);
        if (!computes[row]) {
          status(p, statuses[row]);
        }
        if (amounts[row] != NULL) {
          pay(p, amounts[row], 1);
        }
      }
    }
  }

  private void computed(Result result, int row, int count) {
    Node node = java.util.Objects.requireNonNull(result.node());
    Vector vector = frame.values(node);
    long bit = 1L << row;
    for (int k = 0; k < count; k++) {
      int person = frame.people[k];
      long value = vector.values[k];
      if (!result.converts(value, vector.scale)) {
        elsewhere(person);
      } else if ((out.rows[person] & bit) != 0 && program.answers.isAmount(result)) {
        if (value != NULL) {
          pay(person, node.kind == Kind.NUMBER ? value : ODD, Numbers.ten(vector.scale));
        }
      } else if ((out.rows[person] & bit) != 0 && program.answers.isStatus(result)) {
        Object status = Asking.decoded(node.kind, value, vector.scale, frame.batch);
        status(person, program.answers.rank(status));
      }
    }
  }

  /** The most careful status of several rows. */
  private void status(int person, byte status) {
    if (status < 0) {
      elsewhere(person);
    } else if (out.statuses[person] < 0 || status < out.statuses[person]) {
      out.statuses[person] = status;
    }
  }

  private void pay(int person, long value, long unit) {
    if (value == ODD || value % unit != 0) {
      elsewhere(person);
      return;
    }
    long before = out.amounts[person];
    long more = value / unit;
    if (before == NULL) {
      out.amounts[person] = more;
    } else if (program.hitPolicy() == HitPolicy.COLLECT) {
      long sum = Arithmetic.plus(before, more);
      out.amounts[person] = sum;
      if (sum == ODD) {
        elsewhere(person);
      }
    }
  }

  private void elsewhere(int person) {
    out.outcomes[person] = Outcome.ELSEWHERE;
    out.rows[person] = 0;
    out.statuses[person] = -1;
    out.amounts[person] = Verdicts.NONE;
  }
}
