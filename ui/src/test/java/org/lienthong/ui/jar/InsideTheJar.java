package org.lienthong.ui.jar;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.camunda.bpm.engine.RepositoryService;
import org.lienthong.ui.Application;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Runs within the class loader of the packaged program: starts the application as it is, then hands
 * models to its engine past the linter, and says line by line what came of it.
 *
 * <p>The last argument is the address that the models name as the place of their schema.
 */
public final class InsideTheJar {

  /** Which places the parser may read schemas from. */
  static final String LIMIT = "javax.xml.accessExternalSchema";

  private InsideTheJar() {}

  /** Starts, tries, tells, and ends. */
  public static void main(String[] arguments) throws Exception {
    String bait = arguments[arguments.length - 1];
    try (ConfigurableApplicationContext application =
        SpringApplication.run(Application.class, arguments)) {
      RepositoryService models = application.getBean(RepositoryService.class);
      ConfigurableEnvironment settings = application.getEnvironment();
      say("port", settings.getRequiredProperty("local.server.port"));
      say("database", settings.getRequiredProperty("spring.datasource.url"));
      say("limit", String.valueOf(System.getProperty(LIMIT)));
      say("ready", String.valueOf(ready(application)));
      say("own", String.valueOf(models.createProcessDefinitionQuery().count() > 0));
      say("plain", deployed(models, "plain", ""));
      say("walled", deployed(models, "walled", bait + "walled.xsd"));
      System.setProperty(LIMIT, "file");
      say("without-nested", deployed(models, "without-nested", ""));
      System.setProperty(LIMIT, "all");
      say("open", deployed(models, "open", bait + "open.xsd"));
    }
    say("end", "reached");
  }

  private static int ready(ConfigurableApplicationContext application)
      throws IOException, InterruptedException {
    String port = application.getEnvironment().getRequiredProperty("local.server.port");
    URI readiness = URI.create("http://localhost:" + port + "/actuator/health/readiness");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private static String deployed(RepositoryService models, String key, String schema) {
    try {
      models.createDeployment().addString(key + ".bpmn", model(key, schema)).deploy();
      return "deployed";
    } catch (RuntimeException refused) {
      return "refused";
    }
  }

  /** A foreign element makes the parser ask for the schema of its namespace. */
  private static String model(String key, String schema) {
    String place = schema.isEmpty() ? "" : " xsi:schemaLocation=\"urn:x " + schema + "\"";
    String foreign =
        schema.isEmpty()
            ? ""
            : "<bpmn:extensionElements><x:y xmlns:x=\"urn:x\"/></bpmn:extensionElements>";
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        id="Definitions_1" targetNamespace="urn:test"%s>
      <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
        <bpmn:startEvent id="Start_1"/>
        <bpmn:sequenceFlow id="Flow_1" sourceRef="Start_1" targetRef="Task_1"/>
        <bpmn:userTask id="Task_1">%s</bpmn:userTask>
      </bpmn:process>
    </bpmn:definitions>
    """
        .formatted(place, key, foreign);
  }

  private static void say(String what, String how) {
    System.out.println("said " + what + " " + how);
  }
}
