package org.lienthong.ui.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program is told when something went wrong (RFC 9457); never a value that it sent.
 *
 * @param type {@code urn:lienthong:problem:<code>}
 * @param title what it means, in the caller's language
 * @param status HTTP's status
 * @param instance the path that was asked
 * @param traceId under which our log knows it
 * @param errors the places that must be mended
 * @param journey where the journey can be read that is already underway
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String instance,
    String traceId,
    List<Place> errors,
    @Nullable String journey) {

  public Problem {
    errors = List.copyOf(errors);
  }

  /**
   * A place in what was sent.
   *
   * @param pointer a JSON pointer, or the name of a header
   * @param code what is wrong there
   */
  public record Place(String pointer, String code) {}
}
