package org.lienthong.journey;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** A journey as the database keeps it. */
@Entity
@Table(name = "journey")
class JourneyRow {

  @Id String id;
  String reference;
  String lifeEvent;
  String deploymentId;
  int version;

  @Enumerated(EnumType.STRING)
  Journey.State state = Journey.State.OPEN;

  String applicant;
  @Nullable String joinedTo;
  @Nullable String openKey;
  @Nullable String requestKey;
  @Nullable String requestDigest;
  Instant startedAt;
  @Nullable Instant endedAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "journey_party", joinColumns = @JoinColumn(name = "journey_id"))
  @Column(name = "person_ref")
  Set<String> parties = new TreeSet<>();

  @SuppressWarnings("NullAway.Init") // for JPA
  protected JourneyRow() {}

  JourneyRow(
      String id,
      String reference,
      String lifeEvent,
      String deploymentId,
      int version,
      String applicant,
      Instant startedAt) {
    this.id = id;
    this.reference = reference;
    this.lifeEvent = lifeEvent;
    this.deploymentId = deploymentId;
    this.version = version;
    this.applicant = applicant;
    this.startedAt = startedAt;
    this.parties.add(applicant);
  }

  void end(Journey.State how, Instant when) {
    state = how;
    endedAt = when;
    openKey = null;
  }

  /** All journeys. */
  interface JourneyRows extends JpaRepository<JourneyRow, String> {

    Optional<JourneyRow> findByApplicantAndRequestKey(String applicant, String requestKey);

    Optional<JourneyRow> findByOpenKey(String openKey);

    @Query("select j from JourneyRow j where :ref member of j.parties order by j.startedAt desc")
    List<JourneyRow> findByParty(String ref);

    @Query("select j from JourneyRow j where j.state = 'JOINED' and j.endedAt is null")
    List<JourneyRow> findJoinedButRunning();
  }
}
