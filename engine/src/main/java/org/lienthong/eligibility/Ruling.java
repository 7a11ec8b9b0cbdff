package org.lienthong.eligibility;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.lienthong.catalogue.Jurisdiction;

/**
 * What was found for a case, with everything that it rests on.
 *
 * @param decision the decision as it was asked
 * @param table the table that answered: its country's, or a local one
 * @param valuesFrom per amount that a place set itself the code of the place
 * @param legalBasisChecked whether somebody has compared rule and amounts with the law
 */
record Ruling(
    String decision,
    Variants variants,
    Table table,
    Place place,
    Case asked,
    Map<String, String> valuesFrom,
    boolean legalBasisChecked,
    Answer answer) {

  /** Of a case of which nothing could be read. */
  static Ruling unreadable(String decision, Variants variants, boolean legalBasisChecked) {
    return new Ruling(
        decision,
        variants,
        variants.own(),
        Place.country(variants.country()),
        Case.NOTHING,
        Map.of(),
        legalBasisChecked,
        Answer.needsHuman(Reasons.FACTS_UNREADABLE));
  }

  /** The same, of people of whom only years of birth are known. */
  Ruling by(Map<String, Integer> birthYears, Answer said) {
    return new Ruling(
        decision,
        variants,
        table,
        place,
        asked.by(birthYears),
        valuesFrom,
        legalBasisChecked,
        said);
  }

  Assessment assessment(Instant at) {
    Map<String, Object> facts = new LinkedHashMap<>(place.facts());
    facts.putAll(asked.facts());
    Jurisdiction country = variants.country();
    return new Assessment(
        UUID.randomUUID().toString(),
        decision,
        table.version(),
        answer.status(),
        answer.amount(),
        answer.periodicity(),
        asked.keyDate(),
        facts,
        asked.parameters(),
        answer.matchedRows(),
        answer.outputs(),
        answer.reasonKey(),
        answer.legalBasis(),
        answer.missing(),
        variants.service(),
        at,
        place.code(),
        table.key(),
        valuesFrom,
        country == null ? null : country.currency(),
        legalBasisChecked);
  }
}
