package org.lienthong.catalogue;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A flow node of a process model, as the interpreter needs it.
 *
 * @param id the element's id in the model
 * @param kind what it does
 * @param label the element's name in the model
 * @param order its place when the model is read from its start along the flows, from 0
 * @param optional whether it lies behind an exclusive gateway or a boundary event, so that it may
 *     never be reached
 * @param exceptional whether it is reached only after a boundary event: a refusal, a time limit
 * @param assignee the expression of the person who is to act
 * @param candidateGroup the unit that is to act
 * @param form the form's key, which is its file's name without the ending
 * @param agency the agency that is asked
 * @param operation the operation of the agency that is asked
 * @param decision the decision that is asked, or the fact that names it: {@code ${fact}}
 * @param resultVariable the variable that receives a decision's status
 * @param calledProcess the process that is called
 * @param attachedTo for boundary events the element that they watch
 * @param inputs per property of a request, or input of a decision, the FEEL expression that gives
 *     it where names differ
 * @param outputs per fact the FEEL expression that gives it where names differ
 * @param properties all other properties that the designer set by a template, and what BPMN itself
 *     says: {@code gateway} ({@code exclusive}, {@code parallel}, {@code inclusive}, {@code
 *     eventBased}), {@code errorCode} of error events, {@code message} of message starts, {@code
 *     timer} of timers, {@code asyncBefore} ({@code true}) of what begins a transaction of its own
 */
public record Element(
    String id,
    Kind kind,
    String label,
    int order,
    boolean optional,
    boolean exceptional,
    @Nullable String assignee,
    @Nullable String candidateGroup,
    @Nullable String form,
    @Nullable String agency,
    @Nullable String operation,
    @Nullable String decision,
    @Nullable String resultVariable,
    @Nullable String calledProcess,
    @Nullable String attachedTo,
    Map<String, String> inputs,
    Map<String, String> outputs,
    Map<String, String> properties) {

  public Element {
    inputs = Map.copyOf(inputs);
    outputs = Map.copyOf(outputs);
    properties = Map.copyOf(properties);
  }

  /** The fact that names the decision, where the model leaves open which is asked. */
  public Optional<String> decisionFact() {
    return Optional.ofNullable(decision)
        .filter(name -> name.startsWith("${") && name.endsWith("}"))
        .map(name -> name.substring(2, name.length() - 1));
  }

  Element at(int newOrder, boolean mayBeLeftOut, boolean onlyAfterAnEvent) {
    return new Element(
        id,
        kind,
        label,
        newOrder,
        mayBeLeftOut,
        onlyAfterAnEvent,
        assignee,
        candidateGroup,
        form,
        agency,
        operation,
        decision,
        resultVariable,
        calledProcess,
        attachedTo,
        inputs,
        outputs,
        properties);
  }

  /** The kinds of flow node that the vocabulary knows. */
  public enum Kind {
    START,
    MESSAGE_START,
    USER_TASK,
    ASK,
    DECIDE,
    CALL,
    GATEWAY,
    MILESTONE,
    TIMER,
    BOUNDARY,
    END,
    ERROR_END,
    SUB_PROCESS
  }
}
