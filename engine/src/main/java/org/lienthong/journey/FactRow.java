package org.lienthong.journey;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.ValueJson;
import org.springframework.data.jpa.repository.JpaRepository;

/** A fact of a dossier as the database keeps it. */
@Entity
@Table(name = "fact")
@IdClass(FactRow.Key.class)
class FactRow {

  @Id private String journeyId;
  @Id private String name;
  private String valueJson;

  @Enumerated(EnumType.STRING)
  private Fact.Source source;

  private String origin;
  private @Nullable String legalBasis;
  private Instant readAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected FactRow() {}

  FactRow(String journeyId, Fact fact) {
    this.journeyId = journeyId;
    this.name = fact.name();
    this.valueJson = ValueJson.write(fact.value());
    this.source = fact.source();
    this.origin = fact.origin();
    this.legalBasis = fact.legalBasis();
    this.readAt = fact.readAt();
  }

  Fact fact() {
    return new Fact(name, ValueJson.read(valueJson), source, origin, legalBasis, readAt);
  }

  /** Journey and name. */
  record Key(String journeyId, String name) implements Serializable {}

  /** All dossiers. */
  interface Facts extends JpaRepository<FactRow, Key> {
    List<FactRow> findByJourneyIdOrderByName(String journeyId);
  }
}
