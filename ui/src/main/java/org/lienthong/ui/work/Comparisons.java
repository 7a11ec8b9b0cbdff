package org.lienthong.ui.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Agency;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.journey.Fact;
import org.lienthong.ui.form.Question;
import org.lienthong.ui.form.Sheet;
import org.lienthong.ui.page.AgencyNames;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lays what people declared beside what registers say, as far as the form shows it: an official
 * sees what the task needs and no more.
 */
@Component
class Comparisons {

  private final Catalogue catalogue;
  private final AgencyNames agencies;
  private final JsonMapper json;

  Comparisons(Catalogue catalogue, AgencyNames agencies, JsonMapper json) {
    this.catalogue = catalogue;
    this.agencies = agencies;
    this.json = json;
  }

  /**
   * One thing that is known.
   *
   * @param of which of several it belongs to: a child, a member of the household
   * @param declared what a person said, or null
   * @param registered what a register says, or null
   * @param register which register that is
   */
  record Line(
      String label,
      @Nullable String of,
      @Nullable String declared,
      @Nullable String registered,
      @Nullable String register) {}

  List<Line> of(Sheet sheet, List<Question> questions) {
    List<Line> lines = new ArrayList<>();
    for (Question question : questions) {
      Fact fact = sheet.dossier().get(question.path());
      if (!question.rows().isEmpty()) {
        question
            .rows()
            .forEach(
                row -> row.fields().forEach(inner -> lines.add(item(question, row, inner, fact))));
      } else if (!question.fields().isEmpty()) {
        lines.addAll(of(sheet, question.fields()));
      } else if (question.shown() && fact != null) {
        lines.add(single(question, fact));
      }
    }
    return declaredFirst(lines);
  }

  private Line single(Question question, Fact fact) {
    return declares(fact)
        ? new Line(question.label(), null, question.text(), null, null)
        : new Line(question.label(), null, null, question.text(), agencies.of(fact.origin()));
  }

  private Line item(Question list, Question.Row row, Question inner, @Nullable Fact fact) {
    String of = row.legend() == null ? null : list.label() + ": " + row.legend();
    String property = inner.path().substring(inner.path().lastIndexOf('.') + 1);
    Optional<String> agency = whoGives(list.path(), property);
    boolean declared = fact != null && declares(fact) && agency.isEmpty();
    return declared
        ? new Line(inner.label(), of, inner.text(), null, null)
        : new Line(
            inner.label(),
            of,
            null,
            inner.text(),
            agencies.of(agency.orElse(fact == null ? null : fact.origin())));
  }

  private static boolean declares(Fact fact) {
    return fact.source() == Fact.Source.DECLARED || fact.source() == Fact.Source.IDENTITY;
  }

  /** The agency whose reply holds this property of the items of a list. */
  private Optional<String> whoGives(String list, String property) {
    return catalogue.agencies().stream()
        .filter(agency -> gives(agency, list, property))
        .map(Agency::key)
        .findFirst();
  }

  private boolean gives(Agency agency, String list, String property) {
    return agency.operations().values().stream()
        .filter(operation -> operation.replyProperties().containsKey(list))
        .map(operation -> json.readTree(operation.replySchema()))
        .map(schema -> schema.path("properties").path(list).path("items").path("properties"))
        .anyMatch((JsonNode properties) -> properties.has(property));
  }

  /** What a person said is what an official has to judge. */
  private static List<Line> declaredFirst(List<Line> lines) {
    List<Line> sorted = new ArrayList<>(lines);
    sorted.sort(java.util.Comparator.comparing(line -> line.declared() == null));
    return sorted;
  }
}
