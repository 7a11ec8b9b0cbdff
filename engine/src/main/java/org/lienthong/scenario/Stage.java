package org.lienthong.scenario;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.lienthong.Engine;
import org.lienthong.agency.Agencies;
import org.lienthong.platform.VirtualClock;
import org.lienthong.sandbox.LaterReply;
import org.lienthong.sandbox.Sandbox;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A world of its own for one story: an engine over an empty database, a sandbox, and a clock. */
final class Stage implements AutoCloseable {

  final Path home;
  final VirtualClock clock;
  final Sandbox sandbox;
  final Visits visits = new Visits();
  private final ConfigurableApplicationContext context;

  Stage(Path home, Instant start) {
    this.home = home;
    clock = new VirtualClock(start, ScenarioFile.ZONE);
    sandbox = Sandbox.start(home, 0, clock, this::deliver);
    try {
      context = engine();
    } catch (RuntimeException e) {
      sandbox.close();
      clock.close();
      throw e;
    }
  }

  private ConfigurableApplicationContext engine() {
    Map<String, Object> settings =
        Map.of(
            "spring.datasource.url",
            "jdbc:h2:mem:scenario-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
            "spring.main.banner-mode",
            "off",
            "lienthong.content",
            home.toString(),
            "lienthong.content-decisions",
            String.join(",", UsedDecisions.of(home)),
            "lienthong.content-approved",
            "true",
            "lienthong.jobs",
            "false",
            "lienthong.agency.base-url",
            sandbox.address(),
            "logging.level.root",
            "error");
    return new SpringApplicationBuilder(Engine.class)
        .web(WebApplicationType.NONE)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .initializers(
            (GenericApplicationContext beans) -> {
              beans.registerBean("scenarioClock", Clock.class, () -> clock);
              beans.registerBean("scenarioVisits", Visits.class, () -> visits);
            })
        // arguments outrank every other source of settings, the process's own properties too
        .run(
            settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  private boolean deliver(LaterReply reply) {
    Agencies.Receipt receipt =
        bean(Agencies.class)
            .receive(
                reply.agency(),
                reply.source(),
                reply.id(),
                reply.type(),
                reply.subject(),
                reply.data());
    return receipt == Agencies.Receipt.STORED || receipt == Agencies.Receipt.SEEN_BEFORE;
  }

  @Override
  public void close() {
    context.close();
    sandbox.close();
    clock.close();
  }
}
