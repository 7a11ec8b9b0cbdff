package org.lienthong.sweep;

/**
 * How many people of a place are entitled to a benefit.
 *
 * @param province the code of the place; empty where it is not known
 * @param amount the sum of the amounts due, each once
 * @param receiving how many of the entitled receive it already
 */
public record Figure(String decision, String province, long entitled, long amount, long receiving) {

  /** How many of the entitled receive nothing. */
  public long notTakenUp() {
    return entitled - receiving;
  }

  /** How many of a hundred entitled people receive nothing. */
  public double percentNotTakenUp() {
    return entitled == 0 ? 0 : Math.round(notTakenUp() * 1000.0 / entitled) / 10.0;
  }
}
