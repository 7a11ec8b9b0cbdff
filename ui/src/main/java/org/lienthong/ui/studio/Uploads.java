package org.lienthong.ui.studio;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.lienthong.ui.page.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.server.ResponseStatusException;

/** Reads files that a browser sends: of the right type, and not more than a model needs. */
final class Uploads {

  static final int MAX_BYTES = 1024 * 1024;

  private Uploads() {}

  /** The type of a file on the wire. */
  static MediaType type(String file) {
    MediaType type = MediaType.parseMediaType(Place.mediaType(file).orElseThrow(NotFound::new));
    return new MediaType(type, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The body of a request that sends this file; 415 and 413 otherwise. */
  static byte[] read(HttpServletRequest request, String file) throws IOException {
    MediaType wanted = type(file);
    if (!wanted.isCompatibleWith(sent(request, wanted))) {
      throw unsupported(wanted);
    }
    if (request.getContentLengthLong() > MAX_BYTES) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    byte[] content = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (content.length > MAX_BYTES) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    return content;
  }

  private static MediaType sent(HttpServletRequest request, MediaType wanted) {
    String header = request.getContentType();
    try {
      if (header != null) {
        MediaType type = MediaType.parseMediaType(header);
        return new MediaType(type.getType(), type.getSubtype());
      }
    } catch (InvalidMediaTypeException e) {
      throw unsupported(wanted);
    }
    throw unsupported(wanted);
  }

  private static ResponseStatusException unsupported(MediaType wanted) {
    return new ResponseStatusException(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        null,
        new HttpMediaTypeNotSupportedException("send " + wanted, List.of(wanted)));
  }
}
