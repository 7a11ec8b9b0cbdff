package org.lienthong.ui.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever a controller throws into the answer that {@link Mishaps} gives. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class MishapAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(MishapAdvice.class);

  private final Mishaps mishaps;

  MishapAdvice(Mishaps mishaps) {
    this.mishaps = mishaps;
  }

  @ExceptionHandler
  void notFound(NotFound e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    mishaps.show(request, response, HttpStatus.NOT_FOUND);
  }

  @ExceptionHandler
  void conflict(Conflict e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    mishaps.show(request, response, e);
  }

  @ExceptionHandler
  void invalid(Invalid e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
    mishaps.show(request, response, status, Mishaps.code(status), e.places(), Mishaps.trace());
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  void unreadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
    mishaps.show(request, response, HttpStatus.BAD_REQUEST);
  }

  @ExceptionHandler
  void malformed(Malformed e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    malformed(e.place(), request, response);
  }

  @ExceptionHandler
  void missing(
      MissingServletRequestParameterException e,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    malformed(new Problem.Place(e.getParameterName(), "required"), request, response);
  }

  @ExceptionHandler
  void mistyped(
      MethodArgumentTypeMismatchException e,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    malformed(new Problem.Place(e.getName(), "wrong-type"), request, response);
  }

  private void malformed(
      Problem.Place place, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpStatus status = HttpStatus.BAD_REQUEST;
    mishaps.show(request, response, status, Mishaps.code(status), List.of(place), Mishaps.trace());
  }

  /** Without a cause, nobody can write what the caller accepts: JSON in another charset. */
  @ExceptionHandler
  void unwritable(
      HttpMessageNotWritableException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (e.getCause() == null) {
      mishaps.show(request, response, HttpStatus.NOT_ACCEPTABLE);
    } else {
      everythingElse(e, request, response);
    }
  }

  /** Too many parameters, or some that are no text. */
  @ExceptionHandler
  void parameters(
      InvalidParameterException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    mishaps.show(request, response, HttpStatus.BAD_REQUEST);
  }

  /** Security turns it into a sign-in or a refusal. */
  @ExceptionHandler
  void denied(AccessDeniedException e) {
    throw e;
  }

  @ExceptionHandler
  void everythingElse(Exception e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String trace = Mishaps.trace();
    HttpStatusCode status = HttpStatus.INTERNAL_SERVER_ERROR;
    if (e instanceof ErrorResponse known) {
      status = known.getStatusCode();
      known
          .getHeaders()
          .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    }
    if (status.is5xxServerError()) {
      LOG.error("{} {}", trace, withoutMessages(e));
    }
    mishaps.show(request, response, status, Mishaps.code(status), List.of(), trace);
  }

  /** Messages of exceptions quote what people typed, so only types and places are logged. */
  private static String withoutMessages(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      text.append(each.getClass().getName())
          .append(
              Arrays.stream(each.getStackTrace())
                  .limit(25)
                  .map(frame -> "\n    at " + frame)
                  .collect(Collectors.joining("", "", "\n")));
    }
    return text.toString();
  }
}
