package org.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.catalogue.BrokenContent.SERVICE_BPMN;
import static org.lienthong.catalogue.BrokenContent.contract;
import static org.lienthong.catalogue.BrokenContent.needs;
import static org.lienthong.catalogue.BrokenContent.replacing;
import static org.lienthong.catalogue.FolderKind.AGENCY;
import static org.lienthong.catalogue.FolderKind.LIFE_EVENT;
import static org.lienthong.catalogue.FolderKind.SERVICE;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A folder that is right by itself may not become live where it breaks another that is. */
class CallersTest {

  private final DemoContent live = DemoContent.whole();

  @Test
  void refuseAServiceThatNeedsWhatItsCallerDoesNotGive() {
    refused(SERVICE, "demo-service", needs("thingNumber, benefitAmount, thingColour"))
        .contains("thingColour", "Call_DemoService");
  }

  @Test
  void refuseAServiceThatRefusesInAnotherWayThanItsCallerKnows() {
    UnaryOperator<DemoContent> otherEnd =
        replacing(
            SERVICE,
            "demo-service",
            SERVICE_BPMN,
            "id=\"End_DeliveryRefused_Definition\" errorRef=\"Error_DeliveryRefused\"",
            "id=\"End_DeliveryRefused_Definition\" errorRef=\"Error_ThingBroken\"");
    UnaryOperator<DemoContent> named =
        replacing(
            SERVICE,
            "demo-service",
            SERVICE_BPMN,
            "  <bpmn:error id=\"Error_DeliveryRefused\"",
            "  <bpmn:error id=\"Error_ThingBroken\" name=\"thing-broken\""
                + " errorCode=\"thing-broken\"/>\n"
                + "  <bpmn:error id=\"Error_DeliveryRefused\"");
    refused(SERVICE, "demo-service", content -> named.apply(otherEnd.apply(content)))
        .contains("never refuses with delivery-refused", "Boundary_DeliveryRefused");
  }

  @Test
  void refuseAContractThatAsksForWhatAModelDoesNotGive() {
    refused(
            AGENCY,
            "demo-agency",
            contract(
                """
                required: [applicantPersonalNumber]
                              properties:
                """,
                """
                required: [applicantPersonalNumber, thingColour]
                              properties:
                                thingColour: {type: string, maxLength: 40}
                """))
        .contains("thingColour", "Service_FindThing");
  }

  @Test
  void sayNothingOfWhatWasWrongBefore() {
    DemoContent faulty =
        BrokenContent.model("value=\"find-thing\"", "value=\"seek-thing\"").apply(live);

    assertThat(faulty.checkChange(live.folder(AGENCY, "demo-agency"))).isEmpty();
  }

  @Test
  void sayNothingOfAChangeThatLeavesEverythingRight() {
    assertThat(live.checkChange(live.folder(SERVICE, "demo-service"))).isEmpty();
  }

  private org.assertj.core.api.AbstractStringAssert<?> refused(
      FolderKind kind, String key, UnaryOperator<DemoContent> change) {
    DemoContent changed = change.apply(live);
    assertThat(changed.check(kind, key)).as("right by itself").noneMatch(CallersTest::isError);

    List<Finding> errors =
        live.checkChange(changed.folder(kind, key)).stream().filter(CallersTest::isError).toList();

    assertThat(errors).isNotEmpty().allMatch(f -> f.rule().equals("breaks-caller"));
    return assertThat(errors.get(0).message())
        .startsWith(LIFE_EVENT.path() + "/demo-event is live and leans on this folder");
  }

  private static boolean isError(Finding finding) {
    return finding.severity() == Finding.Severity.ERROR;
  }
}
