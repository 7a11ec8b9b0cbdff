package org.lienthong.ui.api;

import java.util.Map;

/**
 * What an agency tells, after CloudEvents 1.0, as far as we read it.
 *
 * @param source who tells, as it says itself
 * @param id the same for every time that it is told
 * @param type what happened
 * @param subject the request that it answers
 * @param data what is told
 */
record CloudEvent(
    String source, String id, String type, String subject, Map<String, Object> data) {}
