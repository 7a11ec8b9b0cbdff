package org.lienthong.ui.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as it is handed out, in a process and a folder of its own, with the settings that it
 * brings along: it says where it is and keeps its data in a file; schemas are read out of the jar,
 * and none over the network (design, section 6.3).
 */
@Tag("slow")
class PackagedJarIT {

  private static final long PATIENCE_SECONDS = 180;
  private static final String LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  private final ConcurrentLinkedQueue<String> fetched = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;
  private String printed = "";

  @Test
  void deploysItsModelsAndFetchesNoSchemaThatAModelNames() throws Exception {
    HttpServer bait =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    bait.createContext(
        "/",
        exchange -> {
          fetched.add(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    bait.start();
    Map<String, String> said;
    try {
      said = run("http://127.0.0.1:" + bait.getAddress().getPort() + "/");
    } finally {
      bait.stop(0);
    }

    assertThat(said)
        .as("the program sets the limit itself; the command line does not")
        .containsEntry("limit", "file,nested")
        .containsEntry("ready", "200")
        .containsEntry("own", "true")
        .containsEntry("plain", "deployed")
        .as("the engine's own schemas really lie nested in the jar: without the word, nothing goes")
        .containsEntry("without-nested", "refused")
        .containsEntry("end", "reached");
    assertThat(fetched)
        .as("nothing under our limit; what the same model fetches without it shows the bait works")
        .doesNotContain("/walled.xsd")
        .contains("/open.xsd");
    announcesItself(said.get("port"));
    keepsItsDataInAFile(said.get("database"));
  }

  private void announcesItself(String port) {
    assertThat(printed)
        .contains(
            "Liên Thông is ready: http://localhost:" + port + "  (sign in with one click as)",
            "  Nguyễn Thị Lan, citizen\n",
            "  Đỗ Thu Hà, caseworker of civil-status\n",
            "  Đặng Hồng Sơn, supervisor of civil-status\n",
            "  Bùi Hoài An, designer\n")
        .as("beside it its agencies, out of the content that it brought along")
        .contains("agencies answer at http://localhost:");
  }

  private void keepsItsDataInAFile(String database) {
    assertThat(database)
        .as("what is acknowledged outlives the process")
        .isEqualTo("jdbc:h2:file:./data/lienthong;WRITE_DELAY=0");
    assertThat(folder.resolve("home/data/lienthong.mv.db")).isNotEmptyFile();
  }

  @Test
  void runsItsAgenciesByThemselves() throws Exception {
    Process process =
        start(
            List.of(
                "-cp",
                jar().toString(),
                "-Dloader.main=org.lienthong.sandbox.SandboxMain",
                "-Dlienthong.content=" + Path.of("..").toAbsolutePath(),
                "-Dlienthong.sandbox.port=0",
                LAUNCHER),
            List.of(),
            folder,
            ProcessBuilder.Redirect.PIPE);
    try (BufferedReader words = process.inputReader(StandardCharsets.UTF_8)) {
      CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .execute(process::destroyForcibly);
      String address =
          words
              .lines()
              .filter(line -> line.startsWith("Agencies answer at "))
              .map(line -> line.substring(19).replace("/sandbox", ""))
              .findFirst()
              .orElseThrow(() -> new AssertionError("the agencies did not start"));

      assertThat(got(address + "/sandbox").body()).contains("\"agency\":\"civil-status\"");
      assertThat(got(address + "/civil-status/nothing").statusCode()).isEqualTo(404);
      HttpResponse<String> ledger = got(address + "/ledger");
      assertThat(ledger.headers().firstValue("Content-Type")).hasValue("application/jsonl");
      assertThat(ledger.body().lines())
          .singleElement()
          .asString()
          .contains("\"seq\":1", "\"agency\":\"civil-status\"", "\"status\":404");
    } finally {
      process.destroyForcibly();
    }
  }

  private static HttpResponse<String> got(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  @Test
  void carriesItsLicenceAndWhatItOwesToOthers() throws IOException {
    try (JarFile program = new JarFile(jar().toFile())) {
      for (String name : List.of("LICENSE", "NOTICE")) {
        JarEntry entry = program.getJarEntry("META-INF/" + name);
        assertThat(entry).as(name).isNotNull();
        assertThat(program.getInputStream(entry).readAllBytes())
            .isEqualTo(Files.readAllBytes(Path.of("..", name)));
      }
    }
  }

  @Test
  void sweepsAFileOnTheCommandLineAndLeavesNothingBehind() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.writeString(
        home.resolve("people.csv"),
        "personRef,birthDate,provinceCode,monthlyPension,householdPoverty,otherSocialAllowance,socialPensionRequested\n"
            + "e1,1945-03-02,48,0,NONE,0,true\n"
            + "e2,1990-03-02,48,0,NONE,0,true\n");
    String all =
        finished(
            List.of("-jar", jar().toString()),
            List.of("sweep", "--file=people.csv", "--out=entitled.csv", "--day=2026-01-01"),
            home);

    assertThat(Files.readAllLines(home.resolve("entitled.csv")))
        .as(all)
        .anyMatch(line -> line.startsWith("e1,social-pension-entitlement,social-pension,"))
        .noneMatch(line -> line.startsWith("e2,social-pension"));
    try (Stream<Path> left = Files.list(home)) {
      assertThat(left).hasSize(2);
    }
  }

  /** What the program said about each trial; its whole output if it did not come to its end. */
  private Map<String, String> run(String bait) throws Exception {
    printed =
        finished(
            List.of(
                "-cp",
                jar().toString(),
                "-Dloader.path=" + hook(),
                "-Dloader.main=" + InsideTheJar.class.getName(),
                LAUNCHER),
            List.of(
                "--spring.profiles.active=demo",
                "--server.port=0",
                "--lienthong.sandbox.port=0",
                "--lienthong.agency.workers=false",
                bait),
            Files.createDirectory(folder.resolve("home")));
    return printed
        .lines()
        .filter(line -> line.startsWith("said "))
        .map(line -> line.split(" ", 3))
        .collect(Collectors.toMap(line -> line[1], line -> line[2]));
  }

  /** Everything that the program said, which has come to a good end. */
  private String finished(List<String> program, List<String> words, Path home) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process = start(program, words, home, ProcessBuilder.Redirect.to(output.toFile()));
    try {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      String all = Files.readString(output);
      assertThat(ended).as("ended within %d seconds:%n%s", PATIENCE_SECONDS, all).isTrue();
      assertThat(process.exitValue()).as(all).isZero();
      return all;
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(
      List<String> program, List<String> words, Path home, ProcessBuilder.Redirect output)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dfile.encoding=UTF-8");
    command.addAll(program);
    command.addAll(words);
    ProcessBuilder starting =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output);
    starting.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return starting.start();
  }

  private static Path jar() throws IOException {
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      return built
          .filter(file -> file.getFileName().toString().matches("lienthong-ui-.*-app\\.jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no packaged program; run mvn verify"))
          .toAbsolutePath();
    }
  }

  /** A folder with the one class of ours that joins the program, and nothing else of the tests. */
  private Path hook() throws IOException {
    String file = InsideTheJar.class.getName().replace('.', '/') + ".class";
    Path hook = folder.resolve("hook");
    Path copy = hook.resolve(file);
    Files.createDirectories(copy.getParent());
    try (InputStream compiled = InsideTheJar.class.getClassLoader().getResourceAsStream(file)) {
      Files.copy(Objects.requireNonNull(compiled), copy);
    }
    return hook;
  }
}
