package org.lienthong.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Where agencies bring their later replies. */
@FunctionalInterface
public interface Callback {

  /**
   * Brings a reply.
   *
   * @return whether it was taken; otherwise it is brought again
   */
  boolean deliver(LaterReply reply);

  /** Posts structured CloudEvents to {@code <inbox>/<agency>}, without saying who it is. */
  static Callback http(URI inbox) {
    return http(inbox, "");
  }

  /**
   * Posts structured CloudEvents to {@code <inbox>/<agency>}.
   *
   * @param secret from which each agency's bearer token is derived; empty sends none
   */
  static Callback http(URI inbox, String secret) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    return reply ->
        post(
            client,
            URI.create(inbox + "/" + reply.agency()),
            bearer(secret, reply.agency()),
            reply);
  }

  /** The token that the application expects of an agency: its key, and the key's HMAC. */
  private static String bearer(String secret, String agency) {
    if (secret.isEmpty()) {
      return "Bearer none";
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] proof = mac.doFinal(agency.getBytes(StandardCharsets.UTF_8));
      return "Bearer " + agency + "." + HexFormat.of().formatHex(proof);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean post(HttpClient client, URI address, String bearer, LaterReply reply) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", reply.id());
    event.put("source", reply.source());
    event.put("type", reply.type());
    event.put("subject", reply.subject());
    event.put("datacontenttype", Answer.JSON);
    event.put("data", reply.data());
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/cloudevents+json")
            .header("Authorization", bearer)
            .POST(HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(event)))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 || status == 409;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
