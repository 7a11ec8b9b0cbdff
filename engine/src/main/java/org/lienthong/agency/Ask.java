package org.lienthong.agency;

/**
 * A task that asks an agency.
 *
 * @param taskId the external task, and the idempotency key
 * @param workerId under whose name it is leased
 * @param journeyId the business key
 * @param deploymentId the deployment of the model
 * @param processKey the process
 * @param activityId the element
 * @param agency the topic
 * @param operation what the element asks for
 */
record Ask(
    String taskId,
    String workerId,
    String journeyId,
    String deploymentId,
    String processKey,
    String activityId,
    String agency,
    String operation) {}
