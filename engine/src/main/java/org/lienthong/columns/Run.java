package org.lienthong.columns;

import java.util.Arrays;
import org.lienthong.columns.TableText.HitPolicy;
import org.lienthong.columns.Unknowns.Plan;

/** Evaluates a table block by block. */
final class Run {

  private final Program program;
  private final Frame frame;
  private final Verdicts out;
  private final Payout payout;

  private final boolean[] elsewhere;
  private final long[] mask;
  private final long[] match;
  private final long[] unknown;
  private final int[] open;
  private final long[] alive;
  private final Plan[] plan;
  private int opens;

  Run(Program program, Frame frame, Verdicts out) {
    this.program = program;
    this.frame = frame;
    this.out = out;
    Workspace space = frame.space;
    this.elsewhere = space.elsewhere;
    this.mask = space.mask;
    this.match = space.match;
    this.unknown = space.unknown;
    this.open = space.open;
    this.alive = space.alive;
    this.plan = space.plan;
    this.payout = new Payout(program, frame, out);
  }

  void block(int from, int to) {
    frame.range(from, to);
    out.clear(from, to);
    Arrays.fill(elsewhere, false);
    for (Check check : program.checks) {
      check.mark(frame, elsewhere, mask);
    }
    findOpen();
    Arrays.fill(match, 0, frame.n, program.all);
    for (int c = 0; c < program.columns.size(); c++) {
      program.columns.get(c).masks(frame, elsewhere, mask);
      for (int i = 0; i < frame.n; i++) {
        match[i] &= mask[i];
      }
      for (int k = 0; k < opens; k++) {
        alive[k] &= mask[open[k]] | plan[k].cells()[c];
      }
    }
    resolve(from);
    payout.block(from, match, elsewhere);
  }

  private void findOpen() {
    program.unknowns.find(frame, unknown);
    opens = 0;
    for (int i = 0; i < frame.n; i++) {
      if (unknown[i] != 0) {
        open[opens] = i;
        alive[opens] = program.all;
        plan[opens] = program.unknowns.plan(unknown[i]);
        opens++;
      }
    }
  }

  private void resolve(int from) {
    HitPolicy policy = program.hitPolicy();
    boolean one = Program.ONE.contains(policy);
    for (int i = 0; i < frame.n; i++) {
      long rows = match[i];
      Outcome outcome = rows == 0 ? Outcome.NO_ROW : Outcome.ROWS;
      if (elsewhere[i] || (one && (rows & (rows - 1)) != 0)) {
        outcome = Outcome.ELSEWHERE;
      }
      out.outcomes[from + i] = outcome;
      out.rows[from + i] =
          outcome != Outcome.ROWS ? 0 : policy == HitPolicy.FIRST ? Long.lowestOneBit(rows) : rows;
    }
    for (int k = 0; k < opens; k++) {
      int i = open[k];
      Outcome waits = elsewhere[i] ? null : waits(alive[k], plan[k], one, policy);
      if (waits != null) {
        out.outcomes[from + i] = waits;
        out.rows[from + i] = 0;
        match[i] = 0;
      }
    }
  }

  /** What an answer waits for; null if nothing that is unknown can change it. */
  private static @org.jspecify.annotations.Nullable Outcome waits(
      long alive, Plan plan, boolean one, HitPolicy policy) {
    long fits = alive & ~plan.any();
    long first = Long.lowestOneBit(fits);
    long considered = alive;
    long facts = plan.cellFacts() | plan.resultFacts();
    if (first != 0 && one) {
      considered = first;
      facts = plan.resultFacts();
    } else if (first != 0 && policy == HitPolicy.FIRST) {
      considered = alive & (first | (first - 1));
    }
    if ((considered & (plan.any() | plan.results())) == 0) {
      return null;
    }
    return (considered & facts) != 0 ? Outcome.FACTS_MISSING : Outcome.AMOUNT_MISSING;
  }
}
