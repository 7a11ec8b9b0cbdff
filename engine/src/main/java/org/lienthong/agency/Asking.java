package org.lienthong.agency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.lienthong.agency.Breakers.Breaker;
import org.lienthong.catalogue.Agency;
import org.lienthong.catalogue.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** One pass of asking one agency. Thread-safe. */
@Component
class Asking {

  private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
  private static final Duration SETTLING = Duration.ofSeconds(5);

  private final Tasks tasks;
  private final Breakers breakers;
  private final Caller caller;
  private final Contracts contracts;
  private final Settling settling;
  private final Patience patience;
  private final ObjectProvider<DossierPort> dossiers;

  Asking(
      Tasks tasks,
      Breakers breakers,
      Caller caller,
      Contracts contracts,
      Settling settling,
      Patience patience,
      ObjectProvider<DossierPort> dossiers) {
    this.tasks = tasks;
    this.breakers = breakers;
    this.caller = caller;
    this.contracts = contracts;
    this.settling = settling;
    this.patience = patience;
    this.dossiers = dossiers;
  }

  /** Asks what waits, as far as the breaker admits, and says how many requests moved on. */
  int pass(Agency agency) {
    Breaker breaker = breakers.of(agency.key());
    if (!breaker.ready()) {
      return 0;
    }
    Duration call = agency.timeout().plus(SETTLING);
    List<LockedExternalTask> batch =
        tasks.fetch(agency.key(), breaker.width(), call.multipliedBy(2));
    int moved = 0;
    boolean silent = false;
    for (LockedExternalTask task : batch) {
      if (silent || !tasks.leasedFor(task, call)) {
        tasks.free(task.getId());
        continue;
      }
      Outcome outcome = ask(agency, tasks.ask(task), breaker);
      silent = outcome == Outcome.SILENT;
      moved += outcome == Outcome.MOVED ? 1 : 0;
    }
    if (!batch.isEmpty() && !silent) {
      breaker.widen();
    }
    return moved;
  }

  private Outcome ask(Agency agency, Ask ask, Breaker breaker) {
    Optional<Operation> operation = agency.operation(ask.operation());
    if (operation.isEmpty()) {
      settling.park(ask, "request unknown-operation");
      return Outcome.MOVED;
    }
    Contract contract = contracts.of(operation.get());
    Optional<String> body = body(ask, contract);
    if (body.isEmpty()) {
      return Outcome.MOVED;
    }
    if (!breaker.admits()) {
      tasks.free(ask.taskId());
      return Outcome.SILENT;
    }
    Answer answer = call(agency, operation.get(), contract, ask, body.get(), breaker);
    boolean moved = settling.settle(ask, answer);
    if (answer instanceof Answer.Outage) {
      return Outcome.SILENT;
    }
    return moved ? Outcome.MOVED : Outcome.STAYED;
  }

  /** The request's body; empty if it leaves the contract, and then the request is parked. */
  private Optional<String> body(Ask ask, Contract contract) {
    Map<String, Object> facts;
    try {
      facts =
          patience.read(
              () ->
                  dossiers
                      .getObject()
                      .request(
                          ask.journeyId(), ask.deploymentId(), ask.processKey(), ask.activityId()));
    } catch (RuntimeException e) {
      if (Patience.infrastructure(e)) {
        throw e;
      }
      LOG.error("request {} could not be made: {}", ask.taskId(), Trace.of(e));
      settling.park(ask, "request defect " + e.getClass().getSimpleName());
      return Optional.empty();
    }
    Contract.Request request = contract.request(facts);
    if (request instanceof Contract.Outside outside) {
      settling.park(ask, "request " + outside.reason());
      return Optional.empty();
    }
    return Optional.of(((Contract.Written) request).json());
  }

  private Answer call(
      Agency agency,
      Operation operation,
      Contract contract,
      Ask ask,
      String body,
      Breaker breaker) {
    boolean told = false;
    try {
      Answer answer = caller.ask(agency, operation, contract, ask.taskId(), body);
      told = true;
      if (answer instanceof Answer.Outage) {
        breaker.silent();
      } else {
        breaker.answered();
      }
      return answer;
    } finally {
      if (!told) {
        breaker.unused();
      }
    }
  }

  private enum Outcome {
    MOVED,
    STAYED,
    SILENT
  }
}
