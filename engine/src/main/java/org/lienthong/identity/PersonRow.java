package org.lienthong.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** A person as the database keeps it. */
@Entity
@Table(name = "person")
class PersonRow {

  @Id private String ref;
  private String personalNumber;
  private String displayName;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected PersonRow() {}

  PersonRow(String ref, String personalNumber, String displayName) {
    this.ref = ref;
    this.personalNumber = personalNumber;
    this.displayName = displayName;
  }

  String ref() {
    return ref;
  }

  String personalNumber() {
    return personalNumber;
  }

  String displayName() {
    return displayName;
  }

  /** Everybody. */
  interface Persons extends JpaRepository<PersonRow, String> {
    Optional<PersonRow> findByPersonalNumber(String personalNumber);
  }
}
