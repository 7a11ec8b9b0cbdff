package org.lienthong.decisions;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.lienthong.Engine;
import org.springframework.boot.test.context.SpringBootTest;

/** A test over the content, as the engine has published it at its start. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@SpringBootTest(
    classes = Engine.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:decisions-test;DB_CLOSE_DELAY=-1",
      "spring.main.banner-mode=off",
      "lienthong.jobs=false",
      "lienthong.content-approved=true"
    })
public @interface DecisionsTest {}
