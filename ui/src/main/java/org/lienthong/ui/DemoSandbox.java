package org.lienthong.ui;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.lienthong.sandbox.Callback;
import org.lienthong.sandbox.Sandbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Plays the government bodies beside the demonstration, over real HTTP on a port of their own; a
 * negative port leaves them out.
 */
@Component
@Profile("demo")
class DemoSandbox implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(DemoSandbox.class);

  private final int port;
  private final String content;
  private final String secret;
  private final Clock clock;
  private @Nullable Sandbox sandbox;

  DemoSandbox(
      @Value("${lienthong.sandbox.port:8090}") int port,
      @Value("${lienthong.content:}") String content,
      @Value("${lienthong.agency.token:}") String secret,
      Clock clock) {
    this.port = port;
    this.content = content;
    this.secret = secret;
    this.clock = clock;
  }

  @EventListener
  synchronized void start(WebServerInitializedEvent started) {
    Path home = home();
    boolean isMain = started.getApplicationContext().getServerNamespace() == null;
    if (sandbox != null
        || port < 0
        || !isMain
        || !Files.isDirectory(home.resolve("processes/agencies"))) {
      return;
    }
    URI inbox = URI.create("http://localhost:" + started.getWebServer().getPort() + "/api/inbox");
    sandbox = Sandbox.start(home, port, clock, Callback.http(inbox, secret));
    LOG.info("agencies answer at {}", sandbox.address());
  }

  /** Where the catalogue finds the content, too: the checkout, or what was unpacked. */
  private Path home() {
    Path checkout = Path.of(content.isBlank() ? "." : content);
    boolean there = Files.isDirectory(checkout.resolve("processes"));
    return there || !content.isBlank() ? checkout : Path.of("data/content");
  }

  @Override
  public synchronized void destroy() {
    if (sandbox != null) {
      sandbox.close();
      sandbox = null;
    }
  }
}
