package org.lienthong.columns;

import java.util.List;

/**
 * The outputs that are computed for everybody.
 *
 * @param status the output that says the answer
 * @param ranked its values; over several rows the first of them wins
 * @param amount the output that says how much
 */
public record Answers(String status, List<String> ranked, String amount) {

  public Answers {
    ranked = List.copyOf(ranked);
  }
}
