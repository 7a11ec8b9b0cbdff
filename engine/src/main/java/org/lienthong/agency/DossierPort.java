package org.lienthong.agency;

import java.util.Map;

/**
 * Where requests take their facts and replies leave them; {@code journey} implements it. Both are
 * called with a journey and the task's element, inside a transaction of the caller.
 */
public interface DossierPort {

  /** The properties of the request: by name from the dossier, or by the element's expressions. */
  Map<String, Object> request(
      String journeyId, String deploymentId, String processKey, String activityId);

  /**
   * Takes a reply's properties as facts.
   *
   * @return the variables that the process needs to steer itself
   */
  Map<String, Object> reply(
      String journeyId,
      String deploymentId,
      String processKey,
      String activityId,
      Map<String, Object> reply);
}
