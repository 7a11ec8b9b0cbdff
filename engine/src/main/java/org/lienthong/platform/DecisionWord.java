package org.lienthong.platform;

import java.util.Map;

/**
 * The vocabulary's word <em>decide</em>: stands in the place of the engine's own behaviour for
 * business rule tasks. Exactly one bean of this type exists.
 */
public interface DecisionWord {

  /**
   * Decides for a journey, in the engine's transaction.
   *
   * @return the variables that the process needs to steer itself; never personal data
   */
  Map<String, Object> decide(
      String journeyId, String deploymentId, String processKey, String activityId);
}
