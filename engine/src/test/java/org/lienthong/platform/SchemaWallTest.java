package org.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The parser fetches nothing that a model names. That it would fetch a schema without the wall,
 * {@code EngineWallTest} shows; the packaged program has a test of its own.
 */
class SchemaWallTest extends WalledEngine {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "doctype.bpmn",
        "import.bpmn",
        "xinclude.bpmn",
        "stylesheet.bpmn",
        "schema-location.dmn",
        "import.dmn",
        "href-remote.dmn"
      })
  void fetchesNothingThatAModelNames(String name) throws IOException {
    play(walled, name, Files.readAllBytes(ATTACKS.resolve(name)));

    assertThat(requests).as(outcome).hasValue(0);
  }
}
