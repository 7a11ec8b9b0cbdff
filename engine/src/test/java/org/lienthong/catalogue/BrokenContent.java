package org.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.lienthong.catalogue.FolderKind.AGENCY;
import static org.lienthong.catalogue.FolderKind.DECISION;
import static org.lienthong.catalogue.FolderKind.LIFE_EVENT;
import static org.lienthong.catalogue.FolderKind.SERVICE;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.provider.Arguments;

/** Good content, broken by the smallest change that a check refuses. */
final class BrokenContent {

  static final String BPMN = "demo-event.bpmn";
  static final String SERVICE_BPMN = "demo-service.bpmn";
  static final String DMN = "demo-benefit-amount.dmn";

  private BrokenContent() {}

  /** The check finds the break, and says words that teach. */
  static void teaches(
      String rule,
      FolderKind kind,
      String folder,
      UnaryOperator<DemoContent> broken,
      String words) {
    List<Finding> findings = broken.apply(DemoContent.whole()).check(kind, folder);

    assertThat(findings)
        .as("the rule %s among %s", rule, findings)
        .anySatisfy(
            f -> {
              assertThat(f.rule()).isEqualTo(rule);
              assertThat(f.message()).contains(words);
              assertThat(f.folder()).isEqualTo(folder);
            });
  }

  static Arguments event(String rule, UnaryOperator<DemoContent> broken, String words) {
    return arguments(rule, LIFE_EVENT, "demo-event", broken, words);
  }

  static Arguments service(String rule, UnaryOperator<DemoContent> broken, String words) {
    return arguments(rule, SERVICE, "demo-service", broken, words);
  }

  static Arguments decision(String rule, UnaryOperator<DemoContent> broken, String words) {
    return arguments(rule, DECISION, "demo-benefit", broken, words);
  }

  static Arguments agency(String rule, UnaryOperator<DemoContent> broken, String words) {
    return arguments(rule, AGENCY, "demo-agency", broken, words);
  }

  static UnaryOperator<DemoContent> model(String old, String fresh) {
    return replacing(BPMN, old, fresh);
  }

  static UnaryOperator<DemoContent> replacing(String file, String old, String fresh) {
    return replacing(LIFE_EVENT, "demo-event", file, old, fresh);
  }

  static UnaryOperator<DemoContent> replacing(
      FolderKind kind, String folder, String file, String old, String fresh) {
    return c -> c.replacing(kind, folder, file, old, fresh);
  }

  static UnaryOperator<DemoContent> contract(String old, String fresh) {
    return replacing(AGENCY, "demo-agency", "openapi.yaml", old, fresh);
  }

  static UnaryOperator<DemoContent> settings(String old, String fresh) {
    return replacing(AGENCY, "demo-agency", "agency.yaml", old, fresh);
  }

  static UnaryOperator<DemoContent> table(String old, String fresh) {
    return replacing(DECISION, "demo-benefit", DMN, old, fresh);
  }

  static UnaryOperator<DemoContent> words(String language, String old, String fresh) {
    return replacing("texts." + language + ".yaml", old, fresh);
  }

  static UnaryOperator<DemoContent> needs(String facts) {
    return replacing(SERVICE, "demo-service", SERVICE_BPMN, "thingNumber, benefitAmount", facts);
  }
}
