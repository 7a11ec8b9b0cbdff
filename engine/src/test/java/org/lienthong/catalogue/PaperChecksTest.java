package org.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.catalogue.BrokenContent.decision;
import static org.lienthong.catalogue.BrokenContent.event;
import static org.lienthong.catalogue.BrokenContent.replacing;
import static org.lienthong.catalogue.BrokenContent.table;
import static org.lienthong.catalogue.BrokenContent.teaches;
import static org.lienthong.catalogue.BrokenContent.words;
import static org.lienthong.catalogue.FolderKind.DECISION;
import static org.lienthong.catalogue.FolderKind.LIFE_EVENT;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is checked of forms, words and tables. */
class PaperChecksTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"forms", "texts", "tables"})
  void teach(
      String rule,
      FolderKind kind,
      String folder,
      UnaryOperator<DemoContent> broken,
      String words) {
    teaches(rule, kind, folder, broken, words);
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        event("field-twice", form("start", "\"thingKind\",\n", "\"thingKind\",\n", 2), "ask once"),
        event(
            "field-options",
            replacing("demo-event-describe-thing.form", "\"valuesKey\": \"thingShops\",", ""),
            "nothing to choose"),
        event(
            "field-type",
            replacing(
                "demo-event-describe-thing.form", "\"subtype\": \"date\"", "\"subtype\": \"time\""),
            "without a time of day"),
        event("form-confirm", thingDate("\"perhaps\""), "not «perhaps»"),
        event(
            "form-confirm",
            c -> notReadonly().apply(thingDate("\"correct\"").apply(c)),
            "Only a readonly field of its own"),
        event(
            "asked-although-known",
            replacing(
                "demo-event-describe-thing.form",
                "\"readonly\": true,\n"
                    + "      \"properties\": {\"page\": \"1\", \"confirm\": \"true\"}",
                "\"properties\": {\"page\": \"1\"}"),
            "asks for thingDate, which demo-agency.find-thing can tell"),
        event(
            "too-many-questions",
            PaperChecksTest::nosy,
            "11 questions (those of a list 3 times), at most 7 are allowed"));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        event(
            "texts-missing", c -> c.lacking(LIFE_EVENT, "demo-event", "texts.en.yaml"), "Write it"),
        event(
            "text-missing",
            words("en", "  why: The law asks for a person's judgement.\n", ""),
            "Task_ReviewThing.why is missing: whoever waits"),
        event(
            "texts-in-step",
            words("en", "      hint: 2 to 80 characters\n", ""),
            "is there in another language but not in this one"),
        event(
            "text-orphan",
            words("en", "End_ThingSettled:", "End_ThingSetled:"),
            "belongs to nothing"),
        event("text-orphan", words("vi", "  thingKind:\n", "  thingSort:\n"), "Rename its key"));
  }

  static Stream<Arguments> tables() {
    return Stream.of(
        decision(
            "rule-id",
            table("rule id=\"big-thing\"", "rule id=\"DecisionRule_0a1b2c3\""),
            "says nothing"),
        decision("rule-id", table("rule id=\"small-thing\"", "rule id=\"big-thing\""), "Two rows"),
        decision(
            "reason-missing",
            c ->
                c.replacing(
                    DECISION,
                    "demo-benefit",
                    "texts.en.yaml",
                    "  big-thing: A big thing is supported with twice the standard.\n",
                    ""),
            "demo-benefit-amount.big-thing is missing"),
        decision(
            "reason-missing", table("\"demo-act-3\"", "\"demo-act-4\""), "legalBasis.demo-act-4"),
        decision(
            "legal-basis", table("<text>\"demo-act-3\"</text>", "<text></text>"), "no legal basis"),
        decision(
            "bare-amount",
            table("<text>demoStandard</text>", "<text>600000</text>"),
            "The amount 600000 stands bare in the table. It is demoStandard of parameters.yaml"),
        decision(
            "bare-amount",
            table("<text>demoStandard</text>", "<text>610000</text>"),
            "Put it into parameters.yaml"),
        decision(
            "decision-name", table("demoStandard * 2", "demoStandart * 2"), "reads demoStandart"),
        decision(
            "decision-output",
            table("name=\"status\" label", "name=\"state\" label"),
            "no output status"),
        decision(
            "decision-status",
            table("<text>\"ELIGIBLE\"</text>", "<text>\"PERHAPS\"</text>"),
            "The row's status is \"PERHAPS\""),
        decision(
            "decision-status",
            table("<text>\"NOT_ELIGIBLE\"</text>", "<text></text>"),
            "The row's status is empty"),
        decision(
            "amount-as-fact",
            table("name=\"thingValue\"", "name=\"demoStandard\""),
            "which a table reads without input data"),
        decision(
            "key-date",
            table("inputData id=\"keyDate\"", "inputData id=\"Input_ThingDate\""),
            "by which day's law"));
  }

  private static UnaryOperator<DemoContent> thingDate(String confirm) {
    return replacing(
        "demo-event-describe-thing.form", "\"confirm\": \"true\"", "\"confirm\": " + confirm);
  }

  private static UnaryOperator<DemoContent> notReadonly() {
    return replacing("demo-event-describe-thing.form", "\"readonly\": true,\n", "");
  }

  @Test
  void letAPersonCorrectWhatARegisterSays() {
    assertThat(thingDate("\"correct\"").apply(DemoContent.whole()).check(LIFE_EVENT, "demo-event"))
        .isEmpty();
  }

  private static UnaryOperator<DemoContent> form(String form, String old, String fresh, int times) {
    return c -> {
      String file = "demo-event-" + form + ".form";
      String text = c.text(LIFE_EVENT, "demo-event", file);
      String field = text.substring(text.indexOf("    {"), text.lastIndexOf("    }") + 5);
      assertThat(field).contains(old.strip());
      return c.replacing(
          LIFE_EVENT, "demo-event", file, field, (field + ",\n").repeat(times - 1) + field);
    };
  }

  private static DemoContent nosy(DemoContent content) {
    String file = "demo-event-start.form";
    StringBuilder fields = new StringBuilder();
    for (int i = 1; i <= 6; i++) {
      fields.append(
          "{\"id\": \"Field_%1$d\", \"type\": \"textfield\", \"key\": \"extra%1$d\"},"
              .formatted(i));
    }
    return content.replacing(
        LIFE_EVENT, "demo-event", file, "\"components\": [", "\"components\": [" + fields);
  }
}
