package org.lienthong.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbackTest {

  private static final LaterReply REPLY =
      new LaterReply(
          "demo-bank",
          "urn:lienthong:agency:demo-bank",
          "e1",
          "demo-bank.get-rate.replied",
          "k1",
          Map.of("rate", 2.5));

  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private volatile int status = 202;
  private HttpServer inbox;
  private Callback callback;

  @BeforeEach
  void open() throws IOException {
    inbox = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    inbox.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          seen.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Content-Type")
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          seen.add(body);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    inbox.start();
    URI address = URI.create("http://localhost:" + inbox.getAddress().getPort() + "/inbox");
    callback = Callback.http(address, "secret");
  }

  @AfterEach
  void close() {
    inbox.stop(0);
  }

  @Test
  void postsAStructuredCloudEventUnderTheAgencysToken() throws InterruptedException {
    assertThat(callback.deliver(REPLY)).isTrue();
    assertThat(seen.take())
        .isEqualTo(
            "/inbox/demo-bank application/cloudevents+json Bearer demo-bank."
                + "7259f721ca916efb82287c41630fec7e3ab99a2aa85d5ec7a9b3e5a80d65656a");
    assertThat(Json.plain(Json.MAPPER.readTree(seen.take())))
        .isEqualTo(
            Map.of(
                "specversion", "1.0",
                "id", "e1",
                "source", "urn:lienthong:agency:demo-bank",
                "type", "demo-bank.get-rate.replied",
                "subject", "k1",
                "datacontenttype", "application/json",
                "data", Map.of("rate", 2.5)));
  }

  @Test
  void bringsAReplyAgainUntilTheInboxTakesIt() {
    status = 503;
    assertThat(callback.deliver(REPLY)).isFalse();
    inbox.stop(0);
    assertThat(callback.deliver(REPLY)).as("nobody listens").isFalse();
  }

  @Test
  void givesUpWhatTheInboxKnowsOtherwise() {
    status = 409;
    assertThat(callback.deliver(REPLY)).isTrue();
  }
}
