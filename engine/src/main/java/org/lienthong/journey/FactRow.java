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
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** A fact of a dossier as one source said it last. */
@Entity
@Table(name = "fact")
@IdClass(FactRow.Key.class)
class FactRow {

  @Id private String journeyId;
  @Id private String name;

  @Id
  @Enumerated(EnumType.STRING)
  private Fact.Source source;

  @Id private String origin;
  private String valueJson;
  private @Nullable String legalBasis;
  private Instant readAt;
  private int turn;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected FactRow() {}

  FactRow(String journeyId, Fact fact, int turn) {
    this.journeyId = journeyId;
    this.name = fact.name();
    this.valueJson = ValueJson.write(fact.value());
    this.source = fact.source();
    this.origin = fact.origin();
    this.legalBasis = fact.legalBasis();
    this.readAt = fact.readAt();
    this.turn = turn;
  }

  Fact fact() {
    return new Fact(name, ValueJson.read(valueJson), source, origin, legalBasis, readAt);
  }

  /** Which of the sources that spoke, in order, was this one. */
  int turn() {
    return turn;
  }

  /** Journey, name, and who said it. */
  record Key(String journeyId, String name, Fact.Source source, String origin)
      implements Serializable {}

  /** All dossiers. */
  interface Facts extends JpaRepository<FactRow, Key> {
    List<FactRow> findByJourneyId(String journeyId);

    @Query("select coalesce(max(f.turn), 0) from FactRow f where f.journeyId = :journeyId")
    int lastTurn(@Param("journeyId") String journeyId);
  }
}
