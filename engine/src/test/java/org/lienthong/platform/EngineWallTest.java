package org.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.feel.Feel;
import org.lienthong.platform.AttackFlags.Reached;
import org.slf4j.LoggerFactory;

/**
 * Plays the attacks against the engine itself, past the linter that would have refused them: the
 * walls at run time hold on their own.
 */
class EngineWallTest {

  private static final Path ATTACKS = Path.of("src/test/resources/attacks");

  /** They would not end; the linter alone stops them. */
  private static final Set<String> WITHOUT_END =
      Set.of(
          "endless-loop.bpmn",
          "endless-loop-subprocess.bpmn",
          "condition-feel-bomb.bpmn",
          "call-itself.bpmn",
          "timer-cycle.bpmn",
          "feel-bomb.dmn",
          "feel-redos.dmn");

  /** The engine makes these while it parses, before any wall but the linter is asked. */
  private static final Set<String> MADE_BY_THE_PARSER =
      Set.of("form-handler.bpmn", "form-validator.bpmn");

  private static ProcessEngine walled;
  private static HttpServer bait;
  private static final AtomicInteger requests = new AtomicInteger();

  private static final Logger ENGINE_LOG = (Logger) LoggerFactory.getLogger("org.camunda");

  @BeforeAll
  static void build() throws IOException {
    ENGINE_LOG.setLevel(Level.OFF); // it would tell of every attack, with its trace
    System.setProperty("javax.xml.accessExternalSchema", "file,nested");
    walled = engine("walled", true);
    bait = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    bait.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    bait.start();
  }

  @AfterAll
  static void close() {
    walled.close();
    bait.stop(0);
    ENGINE_LOG.setLevel(null);
  }

  @BeforeEach
  void forget() {
    AttackFlags.reached.clear();
    requests.set(0);
  }

  private static ProcessEngine engine(String name, boolean walls) {
    ProcessEngineConfigurationImpl engine = new StandaloneInMemProcessEngineConfiguration();
    engine.setProcessEngineName(name);
    engine.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    engine.setHistory("none");
    engine.setMetricsEnabled(false);
    engine.setBeans(new HashMap<>(Map.of("bean", new AttackProbe(), "dataSource", "secret")));
    if (walls) {
      EngineConfiguration.wall(engine, new Feel());
      engine.setDmnEngineConfiguration(FeelOnlyTables.configuration());
    }
    return engine.buildProcessEngine();
  }

  @TestFactory
  Stream<DynamicTest> runsNothingOfAnyModelThatTheLinterWouldHaveRefused() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(ATTACKS)) {
      files = all.filter(f -> f.toString().matches(".*\\.(bpmn|dmn|cmmn)")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(80);
    return files.stream()
        .filter(f -> !WITHOUT_END.contains(f.getFileName().toString()))
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> attack(f)));
  }

  private void attack(Path file) throws IOException {
    forget();
    String name = file.getFileName().toString();
    play(walled, name, Files.readAllBytes(file));

    if (MADE_BY_THE_PARSER.contains(name)) {
      assertThat(AttackFlags.reached).doesNotContain(Reached.CODE_RAN);
    } else {
      assertThat(AttackFlags.reached).doesNotContain(Reached.CODE_RAN, Reached.OBJECT_MADE);
    }
    assertThat(requests).hasValue(0);
  }

  @TestFactory
  Stream<DynamicTest> evaluatesNoExpressionBeyondVariables() {
    return Stream.of(
            "${bean.run()}",
            "${bean.secret}",
            "#{bean.secret}",
            "${bean['secret']}",
            "${execution.setVariable('hit', true)}",
            "${execution.processEngineServices.runtimeService}",
            "#{execution['variables']}",
            "${''.getClass().forName('org.lienthong.platform.AttackProbe').newInstance().run()}",
            "${text.class.classLoader}",
            "${authenticatedUserId}",
            "${dateTime()}",
            "${now()}",
            "${currentUser()}",
            "${task.execution}",
            "${list.stream()}",
            "${x = bean.run()}")
        .map(expression -> DynamicTest.dynamicTest(expression, () -> express(expression)));
  }

  private void express(String expression) {
    forget();
    for (String model : placesOf(expression)) {
      play(walled, "demo-attack.bpmn", model.getBytes(StandardCharsets.UTF_8));
      assertThat(AttackFlags.reached).doesNotContain(Reached.CODE_RAN);
      assertThat(outcome).as(model).isNotEqualTo("passed");
    }
  }

  @Test
  void evaluatesBareVariablesInTheSamePlaces() {
    List<String> texts = placesOf("${text}");
    List<String> harmless =
        List.of(texts.get(0), texts.get(1), texts.get(3), placesOf("${flag}").get(4), texts.get(7));
    for (String model : harmless) {
      play(walled, "demo-attack.bpmn", model.getBytes(StandardCharsets.UTF_8));
      // the last one calls the process that the variable names, and there is none
      assertThat(outcome).as(model).matches("passed|.*no processes deployed with key '1 = 1'.*");
    }
  }

  @Test
  void evaluatesVariablesAndTheBusinessKey() {
    deploy(walled, "demo-attack.bpmn", userTask("camunda:assignee=\"${map.name}\""));
    walled
        .getRuntimeService()
        .startProcessInstanceByKey(
            "demo-attack", "journey-1", Map.of("map", new HashMap<>(Map.of("name", "p-lan"))));
    assertThat(walled.getTaskService().createTaskQuery().singleResult().getAssignee())
        .isEqualTo("p-lan");
    walled
        .getRepositoryService()
        .createDeployment()
        .addString(
            "caller.bpmn",
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="urn:x">\
            <bpmn:process id="caller" isExecutable="true" camunda:historyTimeToLive="P365D">\
            <bpmn:startEvent id="S"/><bpmn:sequenceFlow id="F" sourceRef="S" targetRef="C"/>\
            <bpmn:callActivity id="C" calledElement="demo-attack"><bpmn:extensionElements>\
            <camunda:in businessKey="#{execution.processBusinessKey}"/>\
            <camunda:in source="map" target="map"/>\
            </bpmn:extensionElements></bpmn:callActivity>\
            </bpmn:process></bpmn:definitions>""")
        .deploy();
    walled
        .getRuntimeService()
        .startProcessInstanceByKey(
            "caller", "journey-2", Map.of("map", new HashMap<>(Map.of("name", "p-hoa"))));
    assertThat(
            walled
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey("journey-2")
                .processDefinitionKey("demo-attack")
                .count())
        .isEqualTo(1);
    clean(walled);
  }

  /** Without the walls the same models do their work: the tests above can fail. */
  @Test
  void knowsThatTheAttacksWork() throws IOException {
    ProcessEngine open = engine("open", false);
    try {
      for (String name : List.of("class.bpmn", "execution-listener.bpmn", "event-class.bpmn")) {
        forget();
        play(open, name, Files.readAllBytes(ATTACKS.resolve(name)));
        assertThat(AttackFlags.reached).as(name).contains(Reached.CODE_RAN);
      }
      forget();
      String feel =
          "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"feel\">bean.run() = \"ran\"</bpmn:conditionExpression>";
      play(open, "demo-attack.bpmn", model(feel, "").getBytes(StandardCharsets.UTF_8));
      assertThat(AttackFlags.reached).as("FEEL calls Java: " + outcome).contains(Reached.CODE_RAN);
      forget();
      play(walled, "demo-attack.bpmn", model(feel, "").getBytes(StandardCharsets.UTF_8));
      assertThat(AttackFlags.reached).doesNotContain(Reached.CODE_RAN);
    } finally {
      open.close();
    }
  }

  @Test
  void fetchesNoSchemaThatAModelNames() throws IOException {
    for (String name :
        List.of(
            "schema-location.bpmn",
            "no-namespace-schema-location.bpmn",
            "import.bpmn",
            "xinclude.bpmn",
            "stylesheet.bpmn")) {
      play(walled, name, Files.readAllBytes(ATTACKS.resolve(name)));
      assertThat(requests).as(name).hasValue(0);
    }
  }

  @Test
  void knowsThatTheParserWouldFetchASchema() throws IOException {
    System.setProperty("javax.xml.accessExternalSchema", "all");
    try {
      String name = "schema-location.bpmn";
      play(walled, name, Files.readAllBytes(ATTACKS.resolve(name)));
      assertThat(requests.get()).isPositive();
    } finally {
      System.setProperty("javax.xml.accessExternalSchema", "file,nested");
    }
  }

  private String outcome = "";

  /** Deploys, starts and runs all jobs, as far as the engine lets it. */
  private void play(ProcessEngine engine, String name, byte[] bytes) {
    String baited =
        new String(bytes, StandardCharsets.ISO_8859_1)
            .replace("127.0.0.1:48999", "127.0.0.1:" + bait.getAddress().getPort());
    String resource = name.endsWith(".bpmn") ? "demo-attack.bpmn" : name;
    try {
      Deployment deployed =
          engine
              .getRepositoryService()
              .createDeployment()
              .addInputStream(
                  resource, new ByteArrayInputStream(baited.getBytes(StandardCharsets.ISO_8859_1)))
              .deploy();
      start(engine, deployed);
      outcome = "passed";
    } catch (RuntimeException refused) {
      outcome = String.valueOf(refused.getMessage());
    } finally {
      clean(engine);
    }
  }

  private void start(ProcessEngine engine, Deployment deployed) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("text", "1 = 1");
    variables.put("list", new ArrayList<>(List.of("a")));
    variables.put("flag", true);
    variables.put("age", 5);
    variables.put("applicant", "p-lan");
    for (var process :
        engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .deploymentId(deployed.getId())
            .list()) {
      engine.getRuntimeService().startProcessInstanceById(process.getId(), "journey-1", variables);
    }
    for (var decision :
        engine
            .getRepositoryService()
            .createDecisionDefinitionQuery()
            .deploymentId(deployed.getId())
            .list()) {
      engine.getDecisionService().evaluateDecisionTableById(decision.getId(), variables);
    }
    for (Job job : engine.getManagementService().createJobQuery().list()) {
      engine.getManagementService().executeJob(job.getId());
    }
  }

  private static void deploy(ProcessEngine engine, String name, String model) {
    engine.getRepositoryService().createDeployment().addString(name, model).deploy();
  }

  private static void clean(ProcessEngine engine) {
    for (Deployment old : engine.getRepositoryService().createDeploymentQuery().list()) {
      engine.getRepositoryService().deleteDeployment(old.getId(), true, true, true);
    }
  }

  private static List<String> placesOf(String expression) {
    String xml = expression.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    return List.of(
        userTask("camunda:assignee=\"" + xml + "\""),
        userTask("camunda:candidateGroups=\"" + xml + "\""),
        userTask("camunda:dueDate=\"" + xml + "\""),
        userTask("name=\"" + xml + "\""),
        model(
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
                + xml
                + "</bpmn:conditionExpression>",
            ""),
        model("", "<bpmn:serviceTask id=\"T\" camunda:expression=\"" + xml + "\"/>"),
        model("", "<bpmn:serviceTask id=\"T\" camunda:delegateExpression=\"" + xml + "\"/>"),
        model("", "<bpmn:callActivity id=\"T\" calledElement=\"" + xml + "\"/>"));
  }

  private static String userTask(String attribute) {
    return model("", "<bpmn:userTask id=\"T\" " + attribute + "/>");
  }

  private static String model(String condition, String task) {
    String node = task.isEmpty() ? "<bpmn:userTask id=\"T\"/>" : task;
    return """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="urn:x">\
        <bpmn:process id="demo-attack" isExecutable="true" camunda:historyTimeToLive="P365D">\
        <bpmn:startEvent id="S"/>\
        <bpmn:sequenceFlow id="F" sourceRef="S" targetRef="T">%s</bpmn:sequenceFlow>\
        %s\
        </bpmn:process></bpmn:definitions>"""
        .formatted(condition, node);
  }
}
