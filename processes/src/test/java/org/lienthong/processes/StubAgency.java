package org.lienthong.processes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Agencies over real HTTP that answer with what was prepared, each reply to one request. */
final class StubAgency implements AutoCloseable {

  static {
    // or every answer waits for an acknowledgement of its head
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Queue<Prepared>> prepared = new ConcurrentHashMap<>();
  private final Map<String, Prepared> given = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();

  /** A reply as it goes over the wire. */
  interface Prepared {
    String text();
  }

  StubAgency() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  void prepare(String path, Prepared reply) {
    prepared.computeIfAbsent(path, p -> new ConcurrentLinkedQueue<>()).add(reply);
  }

  /** What each request got, by its key. */
  Map<String, Prepared> given() {
    return given;
  }

  int calls() {
    return calls.get();
  }

  void forget() {
    prepared.clear();
    given.clear();
    calls.set(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      calls.incrementAndGet();
      String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      Prepared reply = given.computeIfAbsent(key, k -> next(exchange.getRequestURI().getPath()));
      byte[] body = reply.text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Prepared next(String path) {
    return prepared.getOrDefault(path, new ConcurrentLinkedQueue<>()).remove();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
