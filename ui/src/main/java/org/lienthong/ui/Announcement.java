package org.lienthong.ui;

import java.util.stream.Collectors;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where the application is and whom to sign in as, once everything runs. */
@Component
@Profile("demo")
class Announcement {

  private final People people;

  Announcement(People people) {
    this.people = people;
  }

  @EventListener
  @SuppressWarnings("SystemOut") // for the person at the terminal, not for the log
  void announce(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext() instanceof WebServerApplicationContext web
        && web.getWebServer() != null) {
      System.out.println(text(web.getWebServer().getPort()));
    }
  }

  private String text(int port) {
    String whom =
        people.demonstration().stream().map(Announcement::line).collect(Collectors.joining("\n"));
    return """

    Liên Thông is ready: http://localhost:%d  (sign in with one click as)
    %s
    """
        .formatted(port, whom);
  }

  private static String line(Actor actor) {
    String roles =
        actor.roles().stream()
            .map(role -> role.name().toLowerCase(java.util.Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(", "));
    String unit = actor.unit() == null ? "" : " of " + actor.unit();
    return "  %s, %s%s".formatted(actor.displayName(), roles, unit);
  }
}
