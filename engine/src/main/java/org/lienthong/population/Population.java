package org.lienthong.population;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What is known of a population: the facts that people may have, and how they are spread.
 *
 * <p>Immutable; read from a data file ({@code decisions/README.md} describes it).
 */
public final class Population {

  private final Model model;

  private Population(Model model) {
    this.model = model;
  }

  /**
   * Reads a data file.
   *
   * @throws IllegalArgumentException with the place in the file and what is wrong there
   */
  public static Population read(Path file) {
    try (InputStream yaml = Files.newInputStream(file)) {
      return new Population(ModelReader.read(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The facts that people may have. */
  public FactColumns columns() {
    return model.columns();
  }

  /** The day on which synthetic people are looked at: their ages are of that day. */
  public LocalDate asOf() {
    return model.asOf();
  }

  /** So many synthetic people; the same for the same seed. */
  public Synthesis synthesis(long seed, int people) {
    return new Synthesis(model, seed, people);
  }
}
