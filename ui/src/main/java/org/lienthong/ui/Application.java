package org.lienthong.ui;

import java.util.List;
import org.lienthong.Engine;
import org.lienthong.ui.command.SweepCommand;
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

  /** Starts everything; or does the one thing that the first word asks for, and ends. */
  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals(SweepCommand.NAME)) {
      List<String> words = List.of(arguments).subList(1, arguments.length);
      System.exit(SweepCommand.run(words, System.err));
    }
    SpringApplication.run(Application.class, arguments);
  }
}
