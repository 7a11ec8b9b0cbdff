package org.lienthong.decisions.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lienthong.Engine;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What runs in an {@link OtherJvm}: the engine, and whatever a bench asks of it line by line. */
final class Side {

  private Side() {}

  /** Answers a command. */
  interface Commands {
    String answer(String command, String argument) throws IOException;
  }

  /**
   * Starts the engine, and answers each line with one that begins with {@code DONE} until there are
   * no more.
   *
   * @param args the database, and the checkout
   */
  static void serve(
      String[] args,
      List<String> settings,
      Function<ConfigurableApplicationContext, Commands> commands)
      throws IOException {
    List<String> all = new ArrayList<>(settings);
    all.add("--spring.datasource.url=" + args[0]);
    all.add("--spring.main.banner-mode=off");
    all.add("--logging.level.root=ERROR");
    all.add("--lienthong.content-approved=true");
    all.add("--lienthong.content=" + args[1]);
    try (ConfigurableApplicationContext context =
            new SpringApplicationBuilder(Engine.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      Commands side = commands.apply(context);
      System.out.println("DONE");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", 2);
        System.out.println("DONE " + side.answer(words[0], words.length > 1 ? words[1] : ""));
      }
    }
  }
}
