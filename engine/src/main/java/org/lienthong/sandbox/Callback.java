package org.lienthong.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where agencies bring their later replies. */
@FunctionalInterface
public interface Callback {

  /**
   * Brings a reply.
   *
   * @return whether it was taken; otherwise it is brought again
   */
  boolean deliver(LaterReply reply);

  /**
   * Posts structured CloudEvents to {@code <inbox>/<agency>}.
   *
   * @param secret shared with the application; each agency's bearer token is made from it
   */
  static Callback http(URI inbox, String secret) {
    Tokens tokens = new Tokens(secret);
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    return reply ->
        post(
            client,
            HttpRequest.newBuilder(URI.create(inbox + "/" + reply.agency()))
                .header("Authorization", "Bearer " + tokens.of(reply.agency())),
            reply);
  }

  private static boolean post(HttpClient client, HttpRequest.Builder post, LaterReply reply) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", reply.id());
    event.put("source", reply.source());
    event.put("type", reply.type());
    event.put("subject", reply.subject());
    event.put("datacontenttype", Answer.JSON);
    event.put("data", reply.data());
    HttpRequest request =
        post.timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/cloudevents+json")
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
