package org.lienthong.population;

import java.time.LocalDate;
import java.util.List;

/**
 * The data file, ready to be drawn from. Immutable and shared by all threads.
 *
 * @param asOf the day on which the population is looked at
 * @param columns the facts that are written, in the order of the file
 * @param places per column its variable
 * @param words the texts that the columns of kind TEXT hold
 */
record Model(
    LocalDate asOf,
    FactColumns columns,
    int[] places,
    int variables,
    String[] words,
    Composition.Kin kin,
    List<Statement> household,
    List<Composition> compositions,
    List<Statement> person) {

  /** Draws who lives in this household, and no more. */
  void gather(Scene scene, long seed, long number) {
    scene.open(seed, number);
    for (Statement statement : household) {
      statement.run(scene);
    }
    scene.share();
    composition(scene).gather(scene, kin);
  }

  /** Draws the household with all its facts. */
  void draw(Scene scene, long seed, long number) {
    gather(scene, seed, number);
    for (Statement statement : person) {
      statement.runForAll(scene);
    }
  }

  private Composition composition(Scene scene) {
    double sum = compositions.stream().mapToDouble(Composition::weight).sum();
    double point = scene.random.nextDouble() * sum;
    for (Composition composition : compositions) {
      point -= composition.weight();
      if (point < 0) {
        return composition;
      }
    }
    return compositions.get(compositions.size() - 1);
  }
}
