package org.lienthong.ui.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON that strangers send: strictly, so that nobody after us reads it otherwise, and never
 * more than a limit. Thread-safe.
 */
@Component
class Bodies implements HandlerMethodArgumentResolver {

  /** As much as a person's answers ever need. */
  static final int LARGEST = 64 * 1024;

  private static final List<String> OVERRIDES =
      List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(50)
                          .maxNumberLength(100)
                          .maxNameLength(1_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Body.class;
  }

  @Override
  public Body resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders)
      throws HttpRequestMethodNotSupportedException {
    HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
    JsonNode tree = read(Objects.requireNonNull(http), LARGEST);
    if (!tree.isObject()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    Values.check(tree, "");
    return new Body(tree);
  }

  /**
   * The JSON of a request.
   *
   * @throws ResponseStatusException 400, 413 or 415 if it cannot be read
   * @throws HttpRequestMethodNotSupportedException if it wants to be another method than it is
   */
  JsonNode read(HttpServletRequest request, int largest)
      throws HttpRequestMethodNotSupportedException {
    refuseOtherMethods(request);
    refuseOtherEncodings(request);
    String text = utf8(bytes(request, largest));
    try {
      return STRICT.readTree(text);
    } catch (JacksonException | ArithmeticException | NumberFormatException e) {
      // The last two where an exponent is beyond all numbers.
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }

  /** We do not follow such a header, and whoever sends it must not get something else done. */
  private static void refuseOtherMethods(HttpServletRequest request)
      throws HttpRequestMethodNotSupportedException {
    for (String header : OVERRIDES) {
      if (request.getHeader(header) != null) {
        throw new HttpRequestMethodNotSupportedException(
            request.getMethod(), Set.of(request.getMethod()));
      }
    }
  }

  private static void refuseOtherEncodings(HttpServletRequest request) {
    String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    boolean coded = coding != null && !coding.equalsIgnoreCase("identity");
    MediaType type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
    boolean otherLetters =
        type.getCharset() != null && !StandardCharsets.UTF_8.equals(type.getCharset());
    if (coded || otherLetters) {
      throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  private static byte[] bytes(HttpServletRequest request, int largest) {
    if (request.getContentLengthLong() > largest) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    try (InputStream in = request.getInputStream()) {
      // A body in chunks has no length of its own to be believed.
      byte[] bytes = in.readNBytes(largest + 1);
      if (bytes.length > largest) {
        throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
      }
      return bytes;
    } catch (IOException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }
}
