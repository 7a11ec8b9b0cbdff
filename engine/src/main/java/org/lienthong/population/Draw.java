package org.lienthong.population;

/** One way of drawing a value for the person in hand. */
interface Draw {

  /** No value: the fact does not concern the person, or nobody knows it. */
  long UNKNOWN = Long.MIN_VALUE;

  long draw(Scene scene);
}
