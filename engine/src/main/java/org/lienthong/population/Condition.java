package org.lienthong.population;

/** Whether something is so of the person in hand; an unknown value satisfies nothing. */
interface Condition {

  boolean holds(Scene scene);
}
