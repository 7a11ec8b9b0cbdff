package org.lienthong.platform;

import org.jspecify.annotations.Nullable;

/**
 * Something that the engine did to one activity of a running process.
 *
 * @param kind what happened
 * @param journeyId the business key, handed down to called processes
 * @param processInstanceId the instance that the activity belongs to
 * @param deploymentId the deployment of the model that runs
 * @param processKey the process's id
 * @param activityId the element's id in the model
 * @param activityInstanceId this run of the element; a loop runs it again under another id
 * @param activityType BPMN's name of the element: {@code userTask}, {@code noneEndEvent}, …
 * @param taskId the engine's human task, for user tasks
 * @param assignee who is to act, as the model says; a person's ref
 * @param candidateGroup the unit that is to act, as the model says
 */
public record ActivityEvent(
    Kind kind,
    String journeyId,
    String processInstanceId,
    String deploymentId,
    String processKey,
    String activityId,
    String activityInstanceId,
    String activityType,
    @Nullable String taskId,
    @Nullable String assignee,
    @Nullable String candidateGroup) {

  /** The moments of an activity that are told. */
  public enum Kind {
    /** A token entered the element. */
    STARTED,
    /** The element is done and its token moved on. */
    COMPLETED,
    /** The element was left without being done: interrupted, or its process was ended. */
    CANCELLED,
    /** A human task exists and waits. */
    TASK_CREATED,
    /** A human task is gone, done or not. */
    TASK_REMOVED,
    /** The process as a whole began. */
    PROCESS_STARTED,
    /** The process as a whole ended. */
    PROCESS_ENDED
  }
}
