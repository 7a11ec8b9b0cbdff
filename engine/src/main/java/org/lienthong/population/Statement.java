package org.lienthong.population;

import org.jspecify.annotations.Nullable;

/**
 * Draws variables, in order, for those of whom a condition holds.
 *
 * @param variables the places that are filled, one for each draw
 */
record Statement(@Nullable Condition when, int[] variables, Draw[] draws) {

  /** For the person in hand. */
  void run(Scene scene) {
    if (when != null && !when.holds(scene)) {
      return;
    }
    for (int i = 0; i < draws.length; i++) {
      scene.set(variables[i], draws[i].draw(scene));
    }
  }

  /**
   * For every present member, one variable after the other, so that each may look at the others.
   */
  void runForAll(Scene scene) {
    boolean[] meant = new boolean[scene.size];
    for (int member = 0; member < scene.size; member++) {
      scene.self = member;
      meant[member] = scene.present[member] && (when == null || when.holds(scene));
    }
    for (int i = 0; i < draws.length; i++) {
      for (int member = 0; member < meant.length; member++) {
        if (meant[member]) {
          scene.self = member;
          scene.set(variables[i], draws[i].draw(scene));
        }
      }
    }
  }
}
