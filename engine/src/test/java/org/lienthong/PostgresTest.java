package org.lienthong;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** The same as {@link EngineTest} over a real PostgreSQL, fetched by Maven and started here. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@EngineTest
@ContextConfiguration(initializers = PostgresTest.Start.class)
public @interface PostgresTest {

  /** Starts one server for all tests of this JVM; it stops with it. */
  final class Start implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static @Nullable EmbeddedPostgres server;
    private static int databases;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of(
              "spring.datasource.url=" + url(),
              // at the JVM's end the server may be gone before the engine says goodbye to it
              "spring.datasource.hikari.connection-timeout=5000")
          .applyTo(context);
    }

    /** A database of its own for each context, so that none meets another's content. */
    private static synchronized String url() {
      try {
        if (server == null) {
          server = EmbeddedPostgres.builder().start();
        }
        String name = "test_" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("create database " + name);
        }
        return server.getJdbcUrl("postgres", name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
