package org.lienthong.population;

import java.util.List;

/** Draws that look at nothing but the dice. */
final class Chances {

  private Chances() {}

  /** A range of values, as likely as its weight says. */
  record Band(long from, long to, double weight) {}

  static Draw constant(long value) {
    return scene -> value;
  }

  static Draw chance(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a chance lies between 0 and 1");
    }
    return scene -> scene.random.nextDouble() < probability ? 1 : 0;
  }

  /** Any of the whole numbers from the first to the last, rounded down to the step. */
  static Draw between(long first, long last, long step) {
    if (first > last) {
      throw new IllegalArgumentException("the range ends before it begins");
    }
    long span = (last - first) / step + 1;
    return scene -> first + step * scene.random.nextLong(span);
  }

  /** A band by its weight, then any of its values that lie whole steps from its first. */
  static Draw choose(List<Band> bands, long step) {
    double[] upTo = new double[bands.size()];
    long[] from = new long[upTo.length];
    long[] span = new long[upTo.length];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      Band band = bands.get(i);
      if (band.weight() < 0 || band.to() < band.from()) {
        throw new IllegalArgumentException("a weight is negative or a range ends too early");
      }
      sum += band.weight();
      upTo[i] = sum;
      from[i] = band.from();
      span[i] = (band.to() - band.from()) / step + 1;
    }
    if (sum <= 0) {
      throw new IllegalArgumentException("the weights add up to nothing");
    }
    double all = sum;
    return scene -> {
      double point = scene.random.nextDouble() * all;
      int i = 0;
      while (i < upTo.length - 1 && point >= upTo[i]) {
        i++;
      }
      return span[i] == 1 ? from[i] : from[i] + step * scene.random.nextLong(span[i]);
    };
  }

  static Draw normal(double mean, double deviation, Limits limits) {
    return scene -> limits.keep(mean + deviation * gaussian(scene));
  }

  static Draw lognormal(double median, double sigma, Limits limits) {
    return scene -> limits.keep(median * StrictMath.exp(sigma * gaussian(scene)));
  }

  /**
   * Where a drawn number is cut off, and to what it is rounded.
   *
   * @param step the result is a multiple of it
   */
  record Limits(double min, double max, long step) {
    long keep(double value) {
      return Math.round(Math.min(max, Math.max(min, value)) / step) * step;
    }
  }

  /** By Box and Muller with {@code StrictMath}: the same on every machine and Java. */
  private static double gaussian(Scene scene) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - scene.random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * scene.random.nextDouble());
  }
}
