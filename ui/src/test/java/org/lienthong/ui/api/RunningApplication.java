package org.lienthong.ui.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.ServerSocket;
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

  /** Puts the agencies on a port that nobody uses. */
  class FreePort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try (ServerSocket socket = new ServerSocket(0)) {
        int port = socket.getLocalPort();
        TestPropertyValues.of(
                "lienthong.sandbox.port=" + port,
                "lienthong.agency.base-url=http://localhost:" + port)
            .applyTo(context);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
