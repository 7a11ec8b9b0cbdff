package org.lienthong.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Government bodies for demonstrations and tests: a real HTTP server with registers and a ledger,
 * made by the agencies' folders alone.
 *
 * <p>Listens on the loopback address only. An effect happens exactly once per idempotency key.
 * Thread-safe.
 */
public final class Sandbox implements AutoCloseable {

  /** The sandbox plays offices of one place; only the date of "today" depends on it. */
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final URI INBOX = URI.create("http://localhost:8080/api/inbox");

  private final ScheduledExecutorService scheduler =
      Executors.newScheduledThreadPool(2, Server::daemon);
  private final Desk desk;
  private final Server server;

  private Sandbox(Path contentHome, int port, Clock clock, Callback callback) throws IOException {
    desk = new Desk(contentHome, clock, callback, scheduler);
    server = new Server(port, new Routes(desk), scheduler);
  }

  /**
   * Starts a server that brings later replies to the application on its usual port.
   *
   * @param contentHome the directory that holds {@code processes/agencies}
   * @param port 0 takes any free one
   * @throws IllegalArgumentException if a folder is not in order; the message says where
   */
  public static Sandbox start(Path contentHome, int port) {
    return start(contentHome, port, Clock.system(ZONE), Callback.http(INBOX, Tokens.DEMONSTRATION));
  }

  /** Starts a server with a clock and an inbox of the caller's. */
  public static Sandbox start(Path contentHome, int port, Clock clock, Callback callback) {
    try {
      return new Sandbox(contentHome, port, clock, callback);
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox cannot listen on port " + port, e);
    }
  }

  /** The server's address, without a slash at the end. */
  public String address() {
    return "http://localhost:" + port();
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /**
   * Sets how an agency behaves.
   *
   * @param mode {@code ok}, {@code later}, {@code down}, {@code slow}, {@code garbage} or {@code
   *     refuse}
   * @param latencyMs real milliseconds before the answer; with {@code later} before the reply, and
   *     with 0 it overtakes the 202
   */
  public void mode(String agency, String mode, long latencyMs) {
    Mode known =
        Mode.of(mode).orElseThrow(() -> new IllegalArgumentException("no such mode: " + mode));
    if (!desk.set(agency, known, Duration.ofMillis(latencyMs))) {
      throw new IllegalArgumentException("no such agency: " + agency);
    }
  }

  /** Brings the later replies of an agency that wait now, and says how many were taken. */
  public int deliver(String agency) {
    return desk.deliver(agency);
  }

  /** Reads all folders anew: registers, modes and ledger are as at the start. */
  public void reset() {
    desk.reset();
  }

  /** One entry per call, per applied effect and per delivery, oldest first. */
  public List<Map<String, Object>> ledger() {
    return desk.ledger().entries();
  }

  @Override
  public void close() {
    server.close();
    scheduler.shutdownNow();
  }
}
