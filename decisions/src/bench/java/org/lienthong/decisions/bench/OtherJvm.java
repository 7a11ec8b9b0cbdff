package org.lienthong.decisions.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The engine in a JVM of its own, as a bench sees it: does what it is told, one line at a time. */
final class OtherJvm implements AutoCloseable {

  private final Process process;
  private final BufferedWriter commands;
  private final BufferedReader answers;

  /**
   * Starts it, and waits until it can be asked.
   *
   * @param main what {@link Side#serve serves}
   */
  OtherJvm(Class<?> main, String database, Path home) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + System.getProperty("bench.heap", "640m"),
            "-XX:+UseParallelGC", // as the README tells whoever sweeps
            "-Duser.timezone=Asia/Ho_Chi_Minh",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            main.getName(),
            database,
            home.toString());
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    commands = process.outputWriter();
    answers = process.inputReader();
    answer();
  }

  String ask(String command) {
    try {
      commands.write(command + "\n");
      commands.flush();
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String answer() throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith("DONE")) {
        return line.substring("DONE".length()).strip();
      }
    }
    throw new IllegalStateException("the other JVM has ended");
  }

  @Override
  public void close() throws IOException {
    commands.close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
