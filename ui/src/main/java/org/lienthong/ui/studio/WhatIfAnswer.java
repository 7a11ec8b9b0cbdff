package org.lienthong.ui.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Texts;
import org.lienthong.whatif.Difference;
import org.lienthong.whatif.Difference.Effect;
import org.lienthong.whatif.Difference.Replayed;
import org.lienthong.whatif.Difference.Tally;

/**
 * What became of a designer's question; stays with the session until the next.
 *
 * @param place the folder that was changed
 * @param file the file that was sent; null where the draft was tried
 * @param texts of the changed folder
 */
public record WhatIfAnswer(Place place, @Nullable String file, Difference difference, Texts texts) {

  /** The decisions by which something changes to somebody. */
  public List<Effect> changed() {
    return difference.decisions().stream().filter(WhatIfAnswer::changes).toList();
  }

  /** The other decisions that were asked. */
  public List<Effect> unchanged() {
    return difference.decisions().stream().filter(effect -> !changes(effect)).toList();
  }

  /** The recorded decisions by which something changes. */
  public List<Replayed> replayed() {
    Difference.Recorded recorded = difference.recorded();
    return recorded == null
        ? List.of()
        : recorded.decisions().stream().filter(each -> changes(each.effect())).toList();
  }

  /** How many recorded cases were decided again, over all decisions. */
  public int asked() {
    Difference.Recorded recorded = difference.recorded();
    return recorded == null ? 0 : recorded.decisions().stream().mapToInt(Replayed::asked).sum();
  }

  /** How many recorded cases could not be. */
  public int notTold() {
    Difference.Recorded recorded = difference.recorded();
    return recorded == null ? 0 : recorded.decisions().stream().mapToInt(Replayed::notTold).sum();
  }

  /** Of how many the live rules say something else than was recorded. */
  public int otherThanRecorded() {
    Difference.Recorded recorded = difference.recorded();
    return recorded == null
        ? 0
        : recorded.decisions().stream().mapToInt(Replayed::otherThanRecorded).sum();
  }

  private static boolean changes(Effect effect) {
    Tally all = effect.all();
    return all.gain() + all.lose() + all.more() + all.less() + all.otherwise() > 0;
  }
}
