package org.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parser reads no schema over the network; the packaged program has a test of its own. */
class SchemaWallTest extends WalledEngine {

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
}
