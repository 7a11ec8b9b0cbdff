package org.lienthong.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.lienthong.feel.Feel;
import org.slf4j.LoggerFactory;

/**
 * An engine behind our walls, past the linter, and a server whose visitors are counted: the walls
 * at run time hold on their own.
 */
abstract class WalledEngine {

  static final Path ATTACKS = Path.of("src/test/resources/attacks");

  /** Where the parser may read schemas from, and what we let it. */
  static final String SCHEMAS = "javax.xml.accessExternalSchema";

  static final String LIMIT = "file,nested";

  /** What the attack by a command of the machine leaves behind. */
  static final Path COMMAND_RAN = Path.of("target/attack-shell");

  /** A text that is FEEL and calls Java. */
  private static final String EVIL = "bean.run() = \"ran\"";

  static ProcessEngine walled;
  private static HttpServer bait;
  static final AtomicInteger requests = new AtomicInteger();

  private static final Logger ENGINE_LOG = (Logger) LoggerFactory.getLogger("org.camunda");

  @BeforeAll
  static void build() throws IOException {
    ENGINE_LOG.setLevel(Level.OFF); // it would tell of every attack, with its trace
    System.setProperty(SCHEMAS, LIMIT);
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

  static ProcessEngine engine(String name, boolean walls) {
    ProcessEngineConfigurationImpl engine = new StandaloneInMemProcessEngineConfiguration();
    engine.setProcessEngineName(name);
    engine.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    engine.setHistory("none");
    engine.setMetricsEnabled(false);
    engine.setBeans(new HashMap<>(Map.of("bean", new AttackProbe(), "dataSource", "secret")));
    if (walls) {
      EngineConfiguration.wall(engine, new Feel());
      engine.setDmnEngineConfiguration(FeelOnlyTables.configuration());
    } else {
      engine.setEnableXxeProcessing(true);
    }
    return engine.buildProcessEngine();
  }

  String outcome = "";

  /** Deploys, starts and runs all jobs, as far as the engine lets it. */
  void play(ProcessEngine engine, String name, byte[] bytes) {
    String baited =
        new String(bytes, StandardCharsets.ISO_8859_1)
            .replace("127.0.0.1:48999", "127.0.0.1:" + bait.getAddress().getPort());
    String resource = name.endsWith(".bpmn") ? "demo-attack.bpmn" : name;
    try {
      Deployment deployed =
          engine
              .getRepositoryService()
              .createDeployment()
              .addString("evil.feel", EVIL)
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
    variables.put("evil", EVIL);
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

  static void deploy(ProcessEngine engine, String name, String model) {
    engine.getRepositoryService().createDeployment().addString(name, model).deploy();
  }

  static void clean(ProcessEngine engine) {
    for (Deployment old : engine.getRepositoryService().createDeploymentQuery().list()) {
      engine.getRepositoryService().deleteDeployment(old.getId(), true, true, true);
    }
  }

  static String userTask(String attribute) {
    return model("", "<bpmn:userTask id=\"T\" " + attribute + "/>");
  }

  static String model(String condition, String task) {
    String node = task.isEmpty() ? "<bpmn:userTask id=\"T\"/>" : task;
    return """
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="urn:x">\
    <bpmn:process id="demo-attack" isExecutable="true" camunda:historyTimeToLive="P365D">\
    <bpmn:startEvent id="S"/>\
    <bpmn:sequenceFlow id="F" sourceRef="S" targetRef="T">%s</bpmn:sequenceFlow>\
    %s\
    </bpmn:process></bpmn:definitions>\
    """
        .formatted(condition, node);
  }
}
