package org.lienthong.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Runs the sandbox on its own.
 *
 * <p>System properties: {@code lienthong.content} (the home of content, by default here), {@code
 * lienthong.sandbox.port} (8090), {@code lienthong.inbox} (where later replies go), {@code
 * lienthong.agency.token} (the secret of the agencies' bearer tokens).
 */
public final class SandboxMain {

  private SandboxMain() {}

  /** Starts the server and stays. */
  public static void main(String[] arguments) throws InterruptedException {
    Path home = Path.of(System.getProperty("lienthong.content", "."));
    String inbox = System.getProperty("lienthong.inbox", "http://localhost:8080/api/inbox");
    try (Sandbox sandbox =
        Sandbox.start(
            home,
            Integer.getInteger("lienthong.sandbox.port", 8090),
            Clock.system(Sandbox.ZONE),
            Callback.http(
                URI.create(inbox),
                System.getProperty("lienthong.agency.token", Tokens.DEMONSTRATION)))) {
      System.out.println("Agencies answer at " + sandbox.address() + "/sandbox");
      Thread.currentThread().join();
    }
  }
}
