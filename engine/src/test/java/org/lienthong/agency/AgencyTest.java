package org.lienthong.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.lienthong.EngineTest;
import org.lienthong.agency.MessageRow.Inbox;
import org.lienthong.agency.RequestRow.Requests;
import org.lienthong.platform.VirtualClock;
import org.lienthong.sandbox.Callback;
import org.lienthong.sandbox.LaterReply;
import org.lienthong.sandbox.Sandbox;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * The stage for asking: real engine, real HTTP, a sandbox, a dossier in memory, a clock of ours.
 */
@EngineTest
@Import(AgencyTest.Stage.class)
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:agency-test;DB_CLOSE_DELAY=-1",
      "lienthong.content=src/test/resources/asking"
    })
abstract class AgencyTest {

  private static final Instant START = Instant.parse("2026-03-10T01:00:00Z");
  private static volatile Callback inboxOfTest = reply -> false;

  static final VirtualClock CLOCK = new VirtualClock(START, ZoneId.of("Asia/Ho_Chi_Minh"));
  static final Sandbox SANDBOX =
      Sandbox.start(
          Path.of("src/test/resources/asking"), 0, CLOCK, reply -> inboxOfTest.deliver(reply));

  /** Where the agencies answer: in the sandbox, unless a test puts itself in its place. */
  static volatile String offices = SANDBOX.address();

  @TestConfiguration
  static class Stage {
    @Bean
    @Primary
    VirtualClock testClock() {
      return CLOCK;
    }

    @Bean
    @Primary
    FakeDossier fakeDossier() {
      return new FakeDossier();
    }
  }

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry registry) {
    registry.add("lienthong.agency.base-url", () -> offices);
  }

  @Autowired Agencies agencies;
  @Autowired FakeDossier dossier;
  @Autowired Requests requests;
  @Autowired Inbox inbox;
  @Autowired Breakers breakers;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService humans;
  @Autowired ExternalTaskService external;
  @Autowired ManagementService management;
  @Autowired DataSource dataSource;

  final List<LaterReply> brought = new ArrayList<>();

  @BeforeEach
  void begin() {
    CLOCK.moveTo(START);
    offices = SANDBOX.address();
    SANDBOX.reset();
    dossier.reset();
    requests.deleteAll();
    inbox.deleteAll();
    Map<?, ?> known = (Map<?, ?>) ReflectionTestUtils.getField(breakers, "breakers");
    Objects.requireNonNull(known).clear();
    brought.clear();
    inboxOfTest =
        reply -> {
          brought.add(reply);
          return receive(reply) != Agencies.Receipt.NOT_ALLOWED;
        };
    repository
        .createDeployment()
        .name("asking")
        .addClasspathResource("models/asking.bpmn")
        .enableDuplicateFiltering(true)
        .deploy();
  }

  @AfterEach
  void endWithoutIncidentAndWithoutPersonalDataInTheEngine() throws Exception {
    assertThat(runtime.createIncidentQuery().count()).as("incidents").isZero();
    assertThat(external.createExternalTaskQuery().noRetriesLeft().count())
        .as("burnt retries")
        .isZero();
    assertThat(engineText()).doesNotContain(FakeDossier.CANARY);
    runtime
        .createProcessInstanceQuery()
        .list()
        .forEach(p -> runtime.deleteProcessInstance(p.getId(), "end of test"));
    CLOCK.close();
  }

  Agencies.Receipt receive(LaterReply reply) {
    return agencies.receive(
        reply.agency(), reply.source(), reply.id(), reply.type(), reply.subject(), reply.data());
  }

  /** Starts a process; its journey bears the same name for the dossier. */
  String start(String process, String journey) {
    runtime.startProcessInstanceByKey(process, journey);
    return task(journey).getId();
  }

  ExternalTask task(String journey) {
    return external.createExternalTaskQuery().processInstanceIdIn(instance(journey)).singleResult();
  }

  private String instance(String journey) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(journey)
        .singleResult()
        .getId();
  }

  /** Where the journey stands: the human task that it waits at, or nothing. */
  String standsAt(String journey) {
    var task = humans.createTaskQuery().processInstanceId(instance(journey)).singleResult();
    return task == null ? "Service" : task.getTaskDefinitionKey();
  }

  void workUntilNothingMoves() {
    int turns = 0;
    while (agencies.work() > 0) {
      assertThat(turns++).isLessThan(200);
    }
  }

  RequestRow request(String taskId) {
    return requests.findById(taskId).orElseThrow();
  }

  List<String> reasons() {
    return agencies.parked().stream().map(Agencies.ParkedRequest::reason).toList();
  }

  long ledger(String kind, String key) {
    return SANDBOX.ledger().stream()
        .filter(e -> kind.equals(e.get("kind")) && key.equals(e.get("key")))
        .count();
  }

  private String engineText() throws Exception {
    StringBuilder text = new StringBuilder();
    try (Connection connection = dataSource.getConnection()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet found =
          connection
              .getMetaData()
              .getTables(null, null, null, new String[] {"TABLE", "BASE TABLE"})) {
        while (found.next()) {
          String name = found.getString("TABLE_NAME");
          if (name.toUpperCase(java.util.Locale.ROOT).startsWith("ACT_")
              && !name.toUpperCase(java.util.Locale.ROOT).endsWith("GE_BYTEARRAY")) {
            tables.add(name);
          }
        }
      }
      assertThat(tables).isNotEmpty();
      for (String table : tables) {
        try (ResultSet rows = connection.createStatement().executeQuery("select * from " + table)) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              text.append(rows.getString(i)).append('\n');
            }
          }
        }
      }
    }
    return text.toString();
  }
}
