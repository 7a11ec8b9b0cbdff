package org.lienthong.journey;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.catalogue.Forms;
import org.lienthong.catalogue.ProcessModel;
import org.lienthong.feel.ValueJson;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.lienthong.journey.JourneyRow.JourneyRows;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The start of a journey: once, however often and from however many tabs it is asked for. */
@Component
class Starting {

  /** Letters and digits that nobody mistakes for one another on the telephone. */
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JourneyRows journeys;
  private final Catalogue catalogue;
  private final Forms forms;
  private final Dossier dossier;
  private final People people;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Starting(
      JourneyRows journeys,
      Catalogue catalogue,
      Forms forms,
      Dossier dossier,
      People people,
      RuntimeService runtime,
      RepositoryService repository,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.journeys = journeys;
    this.catalogue = catalogue;
    this.forms = forms;
    this.dossier = dossier;
    this.people = people;
    this.runtime = runtime;
    this.repository = repository;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** What became of a start. */
  sealed interface Answer {
    record Begun(String journeyId, boolean replayed) implements Answer {}

    record Underway(String journeyId) implements Answer {}

    record Refused(List<FormAnswers.Problem> problems) implements Answer {}

    record OtherRequest() implements Answer {}
  }

  /** A wish to start, as it was made. */
  private record Wish(ProcessModel model, Actor citizen, @Nullable String key, String digest) {}

  Answer start(
      String lifeEvent, Actor citizen, Map<String, ?> answers, @Nullable String idempotencyKey) {
    ProcessModel model =
        catalogue
            .live(lifeEvent)
            .filter(live -> live.kind() == FolderKind.LIFE_EVENT)
            .orElseThrow(() -> new NoSuchElementException("no such life event"));
    String digest = Subject.digest(ValueJson.write(Map.of(lifeEvent, new TreeMap<>(answers))));
    Wish wish = new Wish(model, citizen, idempotencyKey, digest);
    Optional<Answer> before = before(wish);
    if (before.isPresent()) {
      return before.get();
    }
    FormAnswers read = read(model, answers);
    return read instanceof FormAnswers.Accepted accepted
        ? begin(wish, accepted.facts())
        : new Answer.Refused(((FormAnswers.Rejected) read).problems());
  }

  private FormAnswers read(ProcessModel model, Map<String, ?> answers) {
    return model
        .startForm()
        .map(key -> catalogue.form(String.valueOf(model.deploymentId()), key))
        .map(form -> forms.read(form, answers, Map.of()))
        .orElseGet(() -> new FormAnswers.Accepted(Map.of()));
  }

  private Optional<Answer> before(Wish wish) {
    if (wish.key() != null) {
      Optional<JourneyRow> same =
          journeys.findByApplicantAndRequestKey(wish.citizen().ref(), wish.key());
      if (same.isPresent()) {
        return Optional.of(sameKey(wish, same.get()));
      }
    }
    return journeys
        .findByOpenKey(Subject.unknown(wish.model().key(), wish.citizen().ref()))
        .map(row -> underway(wish, row));
  }

  private static Answer sameKey(Wish wish, JourneyRow row) {
    return wish.digest().equals(row.requestDigest)
        ? new Answer.Begun(row.id, true)
        : new Answer.OtherRequest();
  }

  /** The same request may have begun it in the moment after its key was looked up. */
  private static Answer underway(Wish wish, JourneyRow row) {
    return wish.key() != null && wish.key().equals(row.requestKey)
        ? sameKey(wish, row)
        : new Answer.Underway(row.id);
  }

  private Answer begin(Wish wish, Map<String, Object> facts) {
    try {
      String openKey = Subject.unknown(wish.model().key(), wish.citizen().ref());
      List<Told> told = List.of(new Told(facts, Fact.Source.DECLARED, wish.citizen().ref()));
      String journeyId =
          transaction.execute(status -> insert(UUID.randomUUID().toString(), wish, openKey, told));
      return new Answer.Begun(Objects.requireNonNull(journeyId), false);
    } catch (DataIntegrityViolationException race) {
      // somebody was faster with the same key or the same life event: what they began counts
      return before(wish).orElseThrow(() -> race);
    }
  }

  /** Starts a service for a person who did not ask for it, once, in the caller's transaction. */
  void begin(String id, ProcessModel service, Actor person, List<Told> told) {
    if (!journeys.existsById(id)) {
      Wish wish = new Wish(service, person, id, Subject.digest(id));
      insert(id, wish, service.key() + "/for/" + id, told);
    }
  }

  private String insert(String id, Wish wish, String openKey, List<Told> told) {
    ProcessModel model = wish.model();
    String deploymentId = String.valueOf(model.deploymentId());
    ProcessDefinition definition =
        repository
            .createProcessDefinitionQuery()
            .deploymentId(deploymentId)
            .processDefinitionKey(model.key())
            .singleResult();
    JourneyRow row =
        new JourneyRow(
            id,
            reference(),
            model.key(),
            deploymentId,
            definition.getVersion(),
            wish.citizen().ref(),
            clock.instant());
    row.openKey = openKey;
    row.requestKey = wish.key();
    row.requestDigest = wish.digest();
    journeys.saveAndFlush(row);

    Map<String, Object> variables = new LinkedHashMap<>();
    people
        .personalNumber(wish.citizen().ref())
        .ifPresent(
            number ->
                dossier.record(
                    row.id,
                    deploymentId,
                    model.key(),
                    Map.of("applicantPersonalNumber", number),
                    Fact.Source.IDENTITY,
                    wish.citizen().ref()));
    told.forEach(
        each ->
            variables.putAll(
                dossier.record(
                    row.id,
                    deploymentId,
                    model.key(),
                    each.facts(),
                    each.source(),
                    each.origin())));
    variables.put("applicant", wish.citizen().ref());
    runtime.startProcessInstanceById(definition.getId(), row.id, variables);
    return row.id;
  }

  private static String reference() {
    StringBuilder reference = new StringBuilder("LT");
    for (int i = 0; i < 8; i++) {
      if (i % 4 == 0) {
        reference.append('-');
      }
      reference.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return reference.toString();
  }
}
