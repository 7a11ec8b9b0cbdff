package org.lienthong.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.catalogue.Agency;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Element;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Operation;
import org.lienthong.catalogue.ProcessModel;
import org.springframework.beans.factory.annotation.Autowired;

/** What models ask of agencies, and what agencies promise, is one. */
@OverTheContent
class ContractsTest {

  @Autowired Catalogue catalogue;

  @TestFactory
  Stream<DynamicTest> everyAgencyIsInOrder() {
    return new Findings(catalogue).none(file -> !file.startsWith("texts."), FolderKind.AGENCY);
  }

  @TestFactory
  Stream<DynamicTest> everySampleReplySatisfiesItsContract() {
    return operations()
        .map(
            operation ->
                dynamicTest(operation.agency() + "." + operation.id(), () -> sample(operation)));
  }

  private void sample(Operation operation) {
    String file = "replies/" + operation.id() + ".json";
    byte[] bytes =
        catalogue.folder(FolderKind.AGENCY, operation.agency()).orElseThrow().files().get(file);
    assertThat(bytes)
        .as("agencies/%s/%s, a sample of the reply", operation.agency(), file)
        .isNotNull();
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(operation.replySchema());
    assertThat(
            schema.validate(
                new String(bytes, StandardCharsets.UTF_8),
                InputFormat.JSON,
                execution ->
                    execution.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .as("where agencies/%s/%s leaves openapi.yaml", operation.agency(), file)
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyOperationThatIsAskedExistsAndEveryRefusalIsCaught() {
    return models().flatMap(this::asks);
  }

  private Stream<DynamicTest> asks(ProcessModel model) {
    return model.elements().stream()
        .filter(element -> element.kind() == Element.Kind.ASK)
        .map(element -> dynamicTest(model.key() + " " + element.id(), () -> asked(model, element)));
  }

  private void asked(ProcessModel model, Element element) {
    var operation =
        catalogue
            .agency(String.valueOf(element.agency()))
            .flatMap(agency -> agency.operation(String.valueOf(element.operation())));
    assertThat(operation)
        .as("operation %s of agency %s in its openapi.yaml", element.operation(), element.agency())
        .isPresent();
    long caught =
        model.elements().stream()
            .filter(each -> element.id().equals(each.attachedTo()))
            .filter(each -> each.kind() == Element.Kind.BOUNDARY)
            .count();
    assertThat(caught)
        .as(
            "boundary error events on %s: one for each refusal that %s declares (%s)",
            element.id(), element.operation(), operation.orElseThrow().problems())
        .isEqualTo(operation.orElseThrow().problems().size());
  }

  private Stream<Operation> operations() {
    return catalogue.agencies().stream()
        .map(Agency::operations)
        .flatMap(operations -> operations.values().stream());
  }

  private Stream<ProcessModel> models() {
    List<String> services =
        new Findings(catalogue)
            .folders(FolderKind.SERVICE).stream().map(folder -> folder.key()).toList();
    return Stream.concat(
        catalogue.lifeEvents().stream(),
        services.stream().map(key -> catalogue.live(key).orElseThrow()));
  }
}
