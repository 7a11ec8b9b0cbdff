package org.lienthong.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP around something that answers: reads bodies with a limit, and never fails in the open. */
final class Server implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final int THREADS = 16;
  private static final int LARGEST_BODY = 1_000_000;

  static {
    // without it every answer waits 40 ms for the client's acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer http;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Server::daemon);
  private final ScheduledExecutorService scheduler;

  Server(int port, Site site, ScheduledExecutorService scheduler) throws IOException {
    this.scheduler = scheduler;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    http.setExecutor(threads);
    http.createContext("/", exchange -> serve(exchange, site));
    http.start();
  }

  int port() {
    return http.getAddress().getPort();
  }

  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sandbox");
    thread.setDaemon(true);
    return thread;
  }

  private void serve(HttpExchange exchange, Site site) throws IOException {
    Reply reply;
    try {
      reply = site.answer(read(exchange));
    } catch (BadRequest e) {
      reply = Reply.now(e.answer);
    } catch (RuntimeException e) {
      LOG.error("the sandbox failed", e);
      reply = Reply.now(Answer.problem(500, "sandbox-failed", "A defect of the sandbox."));
    }
    if (reply.delay().isZero()) {
      send(exchange, reply);
    } else {
      Reply late = reply;
      Future<?> unused =
          scheduler.schedule(
              () -> send(exchange, late), reply.delay().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static Request read(HttpExchange exchange) throws IOException {
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(LARGEST_BODY + 1);
    }
    if (body.length > LARGEST_BODY) {
      throw new BadRequest(Answer.problem(413, "too-large", "At most 1,000,000 bytes."));
    }
    String path = exchange.getRequestURI().getPath();
    return new Request(
        exchange.getRequestMethod(),
        path == null ? "/" : path,
        header(exchange, "Content-Type"),
        header(exchange, "Idempotency-Key"),
        text(body));
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new BadRequest(Answer.problem(400, "not-utf-8", "The body is not UTF-8."));
    }
  }

  private static void send(HttpExchange exchange, Reply reply) {
    try (exchange) {
      Answer answer = reply.answer();
      if (answer.status() == 0) {
        return;
      }
      byte[] body = answer.bytes();
      exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
      if (!reply.allow().isEmpty()) {
        exchange.getResponseHeaders().set("Allow", reply.allow());
      }
      boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
      if (!empty) {
        exchange.getResponseBody().write(body);
      }
    } catch (IOException e) {
      LOG.debug("the client went away before it was answered");
    }
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  /** What answers. */
  interface Site {
    Reply answer(Request request);
  }

  /** A request whose body was read whole. */
  record Request(String method, String path, String mediaType, String key, String body) {}

  /**
   * An answer, when to give it, and which methods would have been right.
   *
   * <p>Status 0 closes the connection without a word.
   */
  record Reply(Answer answer, Duration delay, String allow) {

    static Reply now(Answer answer) {
      return new Reply(answer, Duration.ZERO, "");
    }

    static Reply wrongMethod(String allow) {
      return new Reply(
          Answer.problem(405, "method-not-allowed", "Allowed here: " + allow + "."),
          Duration.ZERO,
          allow);
    }
  }

  /** A request that is answered before anybody looks at it. */
  static final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    BadRequest(Answer answer) {
      super(answer.mediaType(), null, false, false);
      this.answer = answer;
    }

    Answer answer() {
      return answer;
    }
  }
}
