package org.lienthong;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test on the real engine over a real H2 database in memory, with no job running by itself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@SpringBootTest(
    classes = Engine.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:engine-test;DB_CLOSE_DELAY=-1",
      "spring.main.banner-mode=off",
      // the databases of tests end with the JVM, before a context could be closed in order
      "spring.main.register-shutdown-hook=false",
      "lienthong.jobs=false",
      "lienthong.content-approved=true",
      "lienthong.content=src/test/resources/content"
    })
public @interface EngineTest {}
