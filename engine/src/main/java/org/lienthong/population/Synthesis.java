package org.lienthong.population;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Synthetic people: households drawn from a data file, a seed and their number, and from nothing
 * else.
 *
 * <p>The same file, seed and size give the same people in the same order, whatever the machine and
 * its cores. Immutable; may be read as often as one likes.
 */
public final class Synthesis {

  /** How many households are drawn at once. */
  private static final int CHUNK = 1024;

  private final Model model;
  private final long seed;
  private final int people;

  Synthesis(Model model, long seed, int people) {
    if (people < 0) {
      throw new IllegalArgumentException("the number of people is negative");
    }
    this.model = model;
    this.seed = seed;
    this.people = people;
  }

  /** How many people there are. */
  public int size() {
    return people;
  }

  /** The facts that they may have. */
  public FactColumns columns() {
    return model.columns();
  }

  /** Hands over all people in their order, on the caller's thread, made by all cores. */
  public void forEach(Consumer<PeopleBatch> each) {
    pieces(this::chunk, batch -> batch, each, each);
  }

  /** Writes all people as a CSV file (RFC 4180, UTF-8) with a header. */
  public void writeCsv(OutputStream out) {
    write(out, CsvText.header(columns()));
    pieces(
        chunk -> new Page(chunk(chunk)),
        Page::batch,
        batch -> write(out, CsvText.rows(batch)),
        page -> write(out, page.csv()));
  }

  /** People with their rows, written where they were made. */
  private record Page(PeopleBatch batch, CsvText csv) {
    Page(PeopleBatch batch) {
      this(batch, CsvText.rows(batch));
    }
  }

  private <T> void pieces(
      IntFunction<T> work,
      Function<T, PeopleBatch> batchOf,
      Consumer<PeopleBatch> takeCut,
      Consumer<T> takeWhole) {
    int[] left = {people};
    if (people == 0) {
      return;
    }
    Ordered.run(
        work,
        piece -> {
          PeopleBatch batch = batchOf.apply(piece);
          if (batch.size() > left[0]) {
            takeCut.accept(batch.first(left[0]));
          } else {
            takeWhole.accept(piece);
          }
          left[0] -= Math.min(left[0], batch.size());
          return left[0] > 0;
        });
  }

  private static void write(OutputStream out, CsvText text) {
    try {
      text.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PeopleBatch chunk(int number) {
    Scene scene = new Scene(model.variables());
    int[] places = model.places();
    List<long[]> rows = new ArrayList<>(CHUNK * 4);
    List<String> refs = new ArrayList<>(CHUNK * 4);
    for (int i = 0; i < CHUNK; i++) {
      long household = (long) number * CHUNK + i;
      model.draw(scene, seed, household);
      for (int member = 0; member < scene.size; member++) {
        if (scene.present[member]) {
          rows.add(row(scene.rows[member], places));
          refs.add(ref(household * Scene.MOST + member + 1));
        }
      }
    }
    return batch(refs, rows, scene.words.all());
  }

  private static long[] row(long[] variables, int[] places) {
    long[] row = new long[places.length];
    for (int c = 0; c < places.length; c++) {
      row[c] = variables[places[c]];
    }
    return row;
  }

  private PeopleBatch batch(List<String> refs, List<long[]> rows, String[] lists) {
    List<FactKind> kinds = List.copyOf(columns().kinds().values());
    long[][] values = new long[kinds.size()][rows.size()];
    String[][] words = new String[kinds.size()][];
    for (int c = 0; c < values.length; c++) {
      for (int r = 0; r < values[c].length; r++) {
        values[c][r] = rows.get(r)[c];
      }
      words[c] =
          switch (kinds.get(c)) {
            case TEXT -> model.words();
            case LIST -> lists;
            default -> null;
          };
    }
    return new PeopleBatch(refs, columns(), values, words);
  }

  /** Numbers with gaps: they say nothing about anybody. */
  private static String ref(long number) {
    String digits = Long.toString(number);
    return "s-" + "000000000".substring(Math.min(9, digits.length())) + digits;
  }
}
