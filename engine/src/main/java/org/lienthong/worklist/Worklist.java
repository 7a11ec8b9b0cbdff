package org.lienthong.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Form;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.catalogue.Forms;
import org.lienthong.identity.Actor;
import org.lienthong.identity.Role;
import org.lienthong.journey.Fact;
import org.lienthong.journey.Journeys;
import org.lienthong.worklist.WorkItemRow.WorkItems;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that waits for a person. Thread-safe. */
@Service
public class Worklist {

  private static final int PAGE = 50;

  private final WorkItems items;
  private final Journeys journeys;
  private final Catalogue catalogue;
  private final Forms forms;
  private final TaskService tasks;
  private final TransactionTemplate transaction;

  Worklist(
      WorkItems items,
      Journeys journeys,
      Catalogue catalogue,
      Forms forms,
      TaskService tasks,
      PlatformTransactionManager transactions) {
    this.items = items;
    this.journeys = journeys;
    this.catalogue = catalogue;
    this.forms = forms;
    this.tasks = tasks;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What waits for this very person, due first. */
  public List<WorkItem> todos(Actor actor) {
    return items.findByAssigneeOrderBySortKey(actor.ref()).stream().map(WorkItemRow::item).toList();
  }

  /** What waits in the actor's unit, due first, at most 50 after the given item. */
  public List<WorkItem> queue(Actor official, @Nullable String afterId) {
    if (!isOfficial(official)) {
      return List.of();
    }
    String after =
        afterId == null
            ? ""
            : items
                .findByIdAndUnit(afterId, String.valueOf(official.unit()))
                .map(row -> row.sortKey)
                .orElse("");
    return items
        .findByUnitAndSortKeyGreaterThanOrderBySortKey(
            String.valueOf(official.unit()), after, Limit.of(PAGE))
        .stream()
        .map(WorkItemRow::item)
        .toList();
  }

  /** How many wait in the actor's unit. */
  public long queueLength(Actor official) {
    return isOfficial(official) ? items.countByUnit(String.valueOf(official.unit())) : 0;
  }

  /** An item that the actor may do: one's own, or one of one's unit that is not about oneself. */
  public Optional<WorkItem> find(String id, Actor actor) {
    Optional<WorkItemRow> own = items.findByIdAndAssignee(id, actor.ref());
    if (own.isPresent() || !isOfficial(actor)) {
      return own.map(WorkItemRow::item);
    }
    return items
        .findByIdAndUnit(id, String.valueOf(actor.unit()))
        .filter(row -> !journeys.isParty(row.journeyId, actor.ref()))
        .map(WorkItemRow::item);
  }

  /** Takes an item out of the queue for the actor; false if somebody else has it. */
  @Transactional
  public boolean claim(String id, Actor official) {
    return find(id, official).isPresent()
        && items.claim(id, String.valueOf(official.unit()), official.ref()) == 1;
  }

  /** Gives a claimed item back to the queue. */
  @Transactional
  public boolean release(String id, Actor official) {
    return items.release(id, official.ref()) == 1;
  }

  /** Checks answers without keeping them, for pages that ask one question at a time. */
  public Completion check(String id, Actor actor, Map<String, ?> answers) {
    Optional<WorkItem> item = find(id, actor);
    if (item.isEmpty()) {
      return new Completion.Gone();
    }
    return read(item.get(), answers) instanceof FormAnswers.Rejected rejected
        ? new Completion.Rejected(rejected.problems())
        : new Completion.Completed();
  }

  /**
   * Checks answers, keeps them as facts, and completes the task, in one transaction.
   *
   * @param answers by field path, from a page or a program
   */
  public Completion complete(String id, Actor actor, Map<String, ?> answers) {
    Optional<WorkItem> item = find(id, actor).filter(each -> isFreeFor(each, actor));
    if (item.isEmpty()) {
      return new Completion.Gone();
    }
    FormAnswers read = read(item.get(), answers);
    return read instanceof FormAnswers.Accepted accepted
        ? keep(item.get(), actor, accepted.facts())
        : new Completion.Rejected(((FormAnswers.Rejected) read).problems());
  }

  private Completion keep(WorkItem item, Actor actor, Map<String, Object> facts) {
    try {
      transaction.executeWithoutResult(
          status -> {
            Fact.Source source =
                actor.ref().equals(item.assignee()) ? Fact.Source.DECLARED : Fact.Source.OFFICER;
            Map<String, Object> variables =
                journeys.record(
                    item.journeyId(),
                    item.deploymentId(),
                    item.processKey(),
                    facts,
                    source,
                    actor.ref());
            reason(item, facts).ifPresent(key -> journeys.reason(item.id(), key));
            tasks.complete(item.id(), variables);
          });
      return new Completion.Completed();
    } catch (ProcessEngineException | DataAccessException | NullPointerException e) {
      // The engine tells a lost race in five ways, this one among them (issue 3688 of its tracker).
      // If the task is still there, nobody was faster: then it is a fault and must be seen.
      if (items.existsById(item.id())) {
        throw e;
      }
      return new Completion.Gone();
    }
  }

  /** The key of the text that a citizen reads for the option that was chosen, if there is one. */
  private Optional<String> reason(WorkItem item, Map<String, Object> facts) {
    var texts = catalogue.texts(item.deploymentId());
    return facts.entrySet().stream()
        .filter(fact -> fact.getValue() instanceof String)
        .map(fact -> item.form() + "." + fact.getKey() + ".options." + fact.getValue())
        .filter(key -> texts.find(key + ".citizen", Locale.ROOT).isPresent())
        .findFirst();
  }

  private FormAnswers read(WorkItem item, Map<String, ?> answers) {
    if (item.form() == null) {
      return new FormAnswers.Accepted(Map.of());
    }
    Form form = catalogue.form(item.deploymentId(), item.form());
    Map<String, Object> known = new LinkedHashMap<>();
    journeys.dossier(item.journeyId()).forEach((name, fact) -> known.put(name, fact.value()));
    return forms.read(form, answers, known);
  }

  private static boolean isFreeFor(WorkItem item, Actor actor) {
    return item.claimedBy() == null || item.claimedBy().equals(actor.ref());
  }

  private static boolean isOfficial(Actor actor) {
    return actor.unit() != null && (actor.is(Role.CASEWORKER) || actor.is(Role.SUPERVISOR));
  }
}
