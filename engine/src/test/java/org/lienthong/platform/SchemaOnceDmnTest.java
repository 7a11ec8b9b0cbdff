package org.lienthong.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models are read as the engine's own reader reads them, of every version of DMN. */
class SchemaOnceDmnTest {

  private static final String MODEL =
      """
      <definitions xmlns="%s" id="demo" name="Demo" namespace="demo">
        <decision id="demo-grant" name="Grant">
          <decisionTable id="table">
            <input id="in"><inputExpression id="read"><text>a</text></inputExpression></input>
            <output id="out" name="status"/>
            <rule id="row"><inputEntry id="cell"><text>1</text></inputEntry>
              <outputEntry id="says"><text>"YES"</text></outputEntry></rule>%s
          </decisionTable>
        </decision>
      </definitions>
      """;
  private static final String NEWEST = "https://www.omg.org/spec/DMN/20191111/MODEL/";

  private final Reader engine = new Reader();
  private final SchemaOnceDmn ours = new SchemaOnceDmn();

  /** The engine's own. */
  private static final class Reader extends Dmn {
    DmnModelInstance read(InputStream model) {
      return doReadModelFromInputStream(model);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NEWEST,
        "https://www.omg.org/spec/DMN/20230324/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd"
      })
  void readsWhatTheEngineReads(String namespace) {
    String text = MODEL.formatted(namespace, "");
    DmnModelInstance read = ours.doReadModelFromInputStream(model(text));

    assertThat(Dmn.convertToString(read))
        .as("with what the schema adds unsaid, such as a hit policy")
        .isEqualTo(Dmn.convertToString(engine.read(model(text))));
    for (String id : new String[] {"demo-grant", "table", "row", "cell", "says"}) {
      assertThat((Object) read.getModelElementById(id)).as(id).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<row/>", "<rule id='row'/>", "<rule/><output/>"})
  void refusesWhatTheEngineRefuses(String wrong) {
    String text = MODEL.formatted(NEWEST, wrong);

    assertThatThrownBy(() -> engine.read(model(text))).isInstanceOf(ModelException.class);
    assertThatThrownBy(() -> ours.doReadModelFromInputStream(model(text)))
        .isInstanceOf(ModelException.class);
  }

  @Test
  void isWhatEverybodyReadsWith() {
    SchemaOnceDmn.install();
    Dmn installed = Dmn.INSTANCE;
    SchemaOnceDmn.install();

    assertThat(Dmn.INSTANCE).isInstanceOf(SchemaOnceDmn.class).isSameAs(installed);
  }

  private static InputStream model(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
