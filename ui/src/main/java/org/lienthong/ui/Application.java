package org.lienthong.ui;

import org.lienthong.Engine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/**
 * The application as it is run: the interpreter with its windows. Classes of the windows may have
 * the same short names as those of the interpreter.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import(Engine.class)
public class Application {

  /** Starts everything. */
  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }
}
