package org.lienthong.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.PostgresTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;

/** A process that sweeps is killed, and another one goes on where it was. */
@PostgresTest
@Tag("slow")
class KilledProcessTest {

  private static final int PEOPLE = 6_000;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);
  private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(5);

  @Autowired Sweeps sweeps;
  @Autowired JdbcTemplate jdbc;

  @Value("${spring.datasource.url}")
  String database = "";

  @TempDir Path folder = Path.of("");

  @Test
  void nobodyIsLeftOutOrOfferedTwice() throws Exception {
    Sweep sweep =
        sweeps.overFile(
            new ByteArrayInputStream(people().getBytes(StandardCharsets.UTF_8)),
            LocalDate.of(2025, 8, 15),
            List.of("demo-benefit-amount"),
            "s-test");
    Process process = start();
    try {
      until(process, () -> now(sweep).peopleDone() > 0);
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    Sweep left = now(sweep);
    assertThat(left.state()).isEqualTo(Sweep.State.RUNNING);
    assertThat(left.peopleDone()).isPositive().isLessThan(PEOPLE);
    assertThat(offers()).isEqualTo(left.peopleDone());

    until(null, () -> sweeps.work() > 0); // once the dead process's lease has run out

    assertThat(now(sweep).state()).isEqualTo(Sweep.State.DONE);
    assertThat(now(sweep).peopleDone()).isEqualTo(PEOPLE);
    assertThat(now(sweep).entitled()).isEqualTo(PEOPLE);
    assertThat(offers()).isEqualTo(PEOPLE);
    assertThat(jdbc.queryForObject("select count(distinct person_ref) from offer", Long.class))
        .isEqualTo(PEOPLE);
    assertThat(sweeps.figures(sweep.id())).extracting(Figure::entitled).containsExactly(6_000L);
  }

  private static String people() {
    StringBuilder csv = new StringBuilder("personRef,regionCode,thingDate,thingKind,thingValue\n");
    for (int i = 0; i < PEOPLE; i++) {
      csv.append('p').append(i).append(",01,2025-08-01,BIG,500\n");
    }
    return csv.toString();
  }

  private long offers() {
    return java.util.Objects.requireNonNull(
        jdbc.queryForObject("select count(*) from offer", Long.class));
  }

  private Sweep now(Sweep sweep) {
    return sweeps.find(sweep.id()).orElseThrow();
  }

  private Process start() throws IOException {
    File log = folder.resolve("process.log").toFile();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djavax.xml.accessExternalSchema=file,nested",
            "-cp",
            System.getProperty("java.class.path"),
            SweepingProcess.class.getName(),
            "--spring.datasource.url=" + database,
            "--spring.main.banner-mode=off",
            "--lienthong.content=src/test/resources/content",
            "--lienthong.content-approved=true",
            "--lienthong.agency.workers=false",
            "--lienthong.sweep.batch=10",
            "--lienthong.sweep.lease=PT1S")
        .redirectErrorStream(true)
        .redirectOutput(log)
        .start();
  }

  /** Whatever the process does by itself is waited for; a process that ends is told of. */
  private void until(@org.jspecify.annotations.Nullable Process process, BooleanSupplier so)
      throws IOException {
    long end = System.nanoTime() + PATIENCE;
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end || process != null && !process.isAlive()) {
        Path log = folder.resolve("process.log");
        throw new AssertionError(Files.exists(log) ? Files.readString(log) : "not so in time");
      }
      LockSupport.parkNanos(A_MOMENT);
    }
  }
}
