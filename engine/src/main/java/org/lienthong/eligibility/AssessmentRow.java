package org.lienthong.eligibility;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.ValueJson;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** An assessment as the database keeps it. */
@Entity
@Table(name = "assessment")
class AssessmentRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long sequence;

  private String id;
  private String journeyId;
  private String decision;
  private String service;
  private int version;

  @Enumerated(EnumType.STRING)
  private Status status;

  private @Nullable Long amount;
  private @Nullable String periodicity;
  private @Nullable LocalDate keyDate;
  private String facts;
  private String sources;
  private String parameters;
  private String matchedRows;
  private String outputs;
  private String missing;
  private @Nullable String reasonKey;
  private @Nullable String legalBasis;
  private Instant decidedAt;
  private @Nullable String jurisdiction;
  private @Nullable String decisionTable;
  private @Nullable String valuesFrom;
  private @Nullable String currency;
  private boolean legalBasisChecked;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected AssessmentRow() {}

  AssessmentRow(String journeyId, Assessment assessment, Map<String, String> sources) {
    this.id = assessment.id();
    this.journeyId = journeyId;
    this.decision = assessment.decision();
    this.service = assessment.service();
    this.version = assessment.version();
    this.status = assessment.status();
    this.amount = assessment.amount();
    this.periodicity = assessment.periodicity();
    this.keyDate = assessment.keyDate();
    this.facts = ValueJson.write(assessment.facts());
    this.sources = ValueJson.write(sources);
    this.parameters = ValueJson.write(assessment.parameters());
    this.matchedRows = ValueJson.write(assessment.matchedRows());
    this.outputs = ValueJson.write(assessment.outputs());
    this.missing = ValueJson.write(List.copyOf(assessment.missing()));
    this.reasonKey = assessment.reasonKey();
    this.legalBasis = assessment.legalBasis();
    this.decidedAt = assessment.decidedAt();
    this.jurisdiction = assessment.jurisdiction();
    this.decisionTable = assessment.table();
    this.valuesFrom = ValueJson.write(assessment.valuesFrom());
    this.currency = assessment.currency();
    this.legalBasisChecked = assessment.legalBasisChecked();
  }

  long sequence() {
    return Objects.requireNonNull(sequence);
  }

  Assessment assessment() {
    return new Assessment(
        id,
        decision,
        version,
        status,
        amount,
        periodicity,
        keyDate,
        values(facts),
        values(parameters),
        texts(matchedRows),
        values(outputs),
        reasonKey,
        legalBasis,
        new LinkedHashSet<>(texts(missing)),
        service,
        decidedAt,
        jurisdiction,
        decisionTable == null ? decision : decisionTable, // older than local tables
        valuesFrom == null ? Map.of() : textByName(valuesFrom),
        currency,
        legalBasisChecked);
  }

  Map<String, String> sources() {
    return textByName(sources);
  }

  private static Map<String, String> textByName(String json) {
    Map<String, String> byName = new LinkedHashMap<>();
    values(json).forEach((name, text) -> byName.put(name, text.toString()));
    return byName;
  }

  private static Map<String, Object> values(String json) {
    Map<String, Object> values = new LinkedHashMap<>();
    ((Map<?, ?>) ValueJson.read(json)).forEach((name, v) -> values.put(name.toString(), v));
    return values;
  }

  private static List<String> texts(String json) {
    List<String> texts = new ArrayList<>();
    ((List<?>) ValueJson.read(json)).forEach(text -> texts.add(text.toString()));
    return texts;
  }

  /** Everything that was ever decided for a journey; nothing is changed or removed. */
  interface Assessments extends Repository<AssessmentRow, Long> {
    AssessmentRow save(AssessmentRow row);

    List<AssessmentRow> findByJourneyIdOrderBySequence(String journeyId);

    Optional<AssessmentRow> findById(String id);

    /** The last of each decision in each journey, newest first. */
    @Query(
        "select a from AssessmentRow a where a.decision in :decisions and a.sequence < :below"
            + " and not exists (select b.sequence from AssessmentRow b"
            + " where b.journeyId = a.journeyId and b.decision = a.decision"
            + " and b.sequence > a.sequence) order by a.sequence desc")
    List<AssessmentRow> latest(
        @Param("decisions") Collection<String> decisions, @Param("below") long below, Limit limit);

    @Query(
        "select count(a) from AssessmentRow a where a.decision in :decisions"
            + " and not exists (select b.sequence from AssessmentRow b"
            + " where b.journeyId = a.journeyId and b.decision = a.decision"
            + " and b.sequence > a.sequence)")
    int countLatest(@Param("decisions") Collection<String> decisions);
  }
}
