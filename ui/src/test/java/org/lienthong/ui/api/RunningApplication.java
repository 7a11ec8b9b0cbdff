package org.lienthong.ui.api;

import java.io.IOException;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import org.lienthong.ui.Application;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the assembled application over real HTTP, with its agencies beside it and a database in
 * memory. Nothing moves by itself: the test says when agencies are asked and jobs run.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@SpringBootTest(
    classes = Application.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:api-test;DB_CLOSE_DELAY=-1",
      "spring.main.register-shutdown-hook=false",
      "lienthong.jobs=false",
      "lienthong.agency.workers=false"
    })
@ActiveProfiles("demo")
@ContextConfiguration(initializers = RunningApplication.FreePort.class)
@interface RunningApplication {

  /**
   * Puts the agencies on a port that nobody uses, nor will until they listen, which takes a while:
   * below those that a system gives to whoever asks for any.
   */
  class FreePort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 30_000;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      int port =
          ThreadLocalRandom.current()
              .ints(LOWEST, HIGHEST)
              .filter(FreePort::isFree)
              .findFirst()
              .orElseThrow();
      TestPropertyValues.of(
              "lienthong.sandbox.port=" + port,
              "lienthong.agency.base-url=http://localhost:" + port)
          .applyTo(context);
    }

    private static boolean isFree(int port) {
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.isBound();
      } catch (IOException e) {
        return false; // somebody listens there
      }
    }
  }
}
