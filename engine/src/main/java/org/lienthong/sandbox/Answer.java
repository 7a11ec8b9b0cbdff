package org.lienthong.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What is answered over HTTP.
 *
 * @param status HTTP's status
 * @param mediaType what the body is
 * @param body the body, in UTF-8
 */
record Answer(int status, String mediaType, String body) {

  static final String JSON = "application/json";
  private static final String PROBLEM_JSON = "application/problem+json";

  static Answer json(int status, JsonNode body) {
    return new Answer(status, JSON, Json.MAPPER.writeValueAsString(body));
  }

  static Answer json(int status, Map<String, ?> body) {
    return json(status, Json.tree(body));
  }

  /** A problem of RFC 9457. */
  static Answer problem(int status, String code, String detail) {
    return problem(status, code, detail, Map.of());
  }

  /** A problem with more members, such as the pointer to what is wrong. */
  static Answer problem(int status, String code, String detail, Map<String, ?> members) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", Office.problemType(code));
    problem.put("title", code.replace('-', ' '));
    problem.put("status", status);
    problem.put("detail", detail);
    problem.putAll(members);
    return new Answer(status, PROBLEM_JSON, Json.MAPPER.writeValueAsString(Json.tree(problem)));
  }

  boolean refuses() {
    return status == 422;
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
