package org.lienthong.population;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes synthetic people to a CSV file: {@code PopulationMain <data file> <people> <out.csv>
 * [<seed>]}.
 */
public final class PopulationMain {

  private static final String USAGE = "usage: <population.yaml> <people> <out.csv> [<seed>]";

  private PopulationMain() {}

  /** Ends with 2 and a line that says how to call it if called wrongly. */
  public static void main(String[] args) throws IOException {
    if (args.length < 3 || args.length > 4) {
      System.err.println(USAGE);
      System.exit(2);
    }
    run(List.of(args), System.err);
  }

  static void run(List<String> args, PrintStream log) throws IOException {
    long start = System.nanoTime();
    long seed = args.size() > 3 ? Long.parseLong(args.get(3)) : 1;
    Path file = Path.of(args.get(2));
    Synthesis people =
        Population.read(Path.of(args.get(0))).synthesis(seed, Integer.parseInt(args.get(1)));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      people.writeCsv(out);
    }
    log.printf(
        "%,d people, %,d bytes, %.1f s%n",
        people.size(), Files.size(file), (System.nanoTime() - start) / 1e9);
  }
}
