package org.lienthong.ui.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lienthong.Engine;
import org.lienthong.sweep.BadFile;
import org.lienthong.sweep.Sweeps;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Finds everybody in a file who is entitled, and writes them to another: no web server, no database
 * but one in memory, nothing kept, nobody offered anything.
 */
public final class SweepCommand {

  /** The word that asks for it. */
  public static final String NAME = "sweep";

  static final int ALL = 0;
  static final int FAILED = 1;
  static final int WRONG = 2;
  static final int SOME_LEFT_OUT = 3;

  private static final String USAGE =
      """
      usage: java -jar <the program>.jar sweep --file people.csv --out entitled.csv [options]

      Finds everybody in people.csv who is entitled, by all rules at once.

        --file FILE       people, one a row: first the column personRef, then facts; UTF-8
        --out FILE        who is entitled to what, one a row; written when all is done
        --day DATE        the day asked about, such as 2026-01-31; today without it
        --decisions A,B   only these decisions; without it all of the country
        --problems FILE   rows that could not be read, by line; else <out>.problems.csv
        --content FOLDER  the checkout with decisions/; else where the server finds it

      Ends with 0 when all is done, 3 when rows were left out, 2 when called wrongly or
      when the file cannot be read at all, 1 when something else failed.
      """;

  private SweepCommand() {}

  /**
   * Does it.
   *
   * @param words what stands after {@link #NAME}
   * @param err takes progress and complaints
   * @return the code to end with
   */
  public static int run(List<String> words, PrintStream err) {
    if (words.contains("--help") || words.contains("-h")) {
      err.print(USAGE);
      return ALL;
    }
    try {
      return run(Order.of(words), err);
    } catch (Wrong e) {
      err.println("sweep: " + e.getMessage());
      err.println("`sweep --help` says how to call it.");
      return WRONG;
    } catch (BadFile e) {
      tell(e, err);
      return WRONG;
    } catch (IOException | RuntimeException e) {
      // A message could quote what stands in a row.
      err.println("sweep: failed (" + e.getClass().getSimpleName() + "). Nothing was written.");
      return FAILED;
    }
  }

  private static void tell(BadFile file, PrintStream err) {
    if (file.columns().isEmpty()) {
      err.println(
          "sweep: line " + file.line() + " is no text in UTF-8. Save the file as CSV UTF-8.");
    }
    new TreeMap<>(file.columns())
        .forEach((column, code) -> err.println("sweep: line 1, " + column + ": " + code));
  }

  private static int run(Order order, PrintStream err) throws IOException {
    err.println("sweep: reading the rules …");
    Path unpacked = unpacked(order.content());
    try (ConfigurableApplicationContext engine = engine(order.content(), unpacked)) {
      return sweep(order, engine.getBean(Sweeps.class), err);
    } finally {
      if (unpacked != null) {
        FileSystemUtils.deleteRecursively(unpacked);
      }
    }
  }

  /** A folder of our own for the content in the jar, where there is no other: we leave no trace. */
  private static @Nullable Path unpacked(@Nullable Path content) throws IOException {
    boolean there =
        content != null
            || Files.isDirectory(Path.of("processes"))
            || Files.isDirectory(Path.of("data/content"));
    return there ? null : Files.createTempDirectory("lienthong-content");
  }

  private static int sweep(Order order, Sweeps sweeps, PrintStream err) throws IOException {
    Set<String> known = sweeps.decisions();
    for (String decision : order.decisions()) {
      if (!known.contains(decision)) {
        throw new Wrong(
            "--decisions: there is none called " + decision + ". There are " + known + ".");
      }
    }
    Path fresh = fresh(order.out());
    Path problems = fresh(order.problems());
    try {
      boolean allRead;
      try (Results results = new Results(fresh, problems, err)) {
        sweeps.read(order.file(), order.day(), order.decisions(), results);
        allRead = results.end(order);
      }
      Files.move(fresh, order.out(), StandardCopyOption.REPLACE_EXISTING);
      if (allRead) {
        Files.deleteIfExists(order.problems());
      } else {
        Files.move(problems, order.problems(), StandardCopyOption.REPLACE_EXISTING);
      }
      return allRead ? ALL : SOME_LEFT_OUT;
    } finally {
      Files.deleteIfExists(fresh);
      Files.deleteIfExists(problems);
    }
  }

  /** Written beside, and moved when it is whole. */
  private static Path fresh(Path file) {
    return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
  }

  private static ConfigurableApplicationContext engine(
      @Nullable Path content, @Nullable Path unpacked) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                "--spring.datasource.username=",
                "--spring.datasource.password=",
                "--spring.profiles.active=",
                "--spring.main.banner-mode=off",
                "--lienthong.content-approved=true",
                "--lienthong.jobs=false",
                "--lienthong.agency.workers=false",
                "--lienthong.sweep.synthetic-people=0",
                "--logging.level.root=error",
                "--logging.level.org.lienthong=error"));
    Path home = content == null ? unpacked : content;
    if (home != null) {
      settings.add("--lienthong.content=" + home);
    }
    return new SpringApplicationBuilder(Engine.class)
        .web(WebApplicationType.NONE)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .run(settings.toArray(String[]::new));
  }
}
