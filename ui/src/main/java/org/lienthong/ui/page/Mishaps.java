package org.lienthong.ui.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells people and programs what went wrong, each in their way: a page for a browser, {@code
 * application/problem+json} for a program. Never says what was sent, and nothing of our insides.
 * Thread-safe.
 */
@Component
public class Mishaps {

  private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

  private final MessageSource messages;
  private final JsonMapper json;
  private final ObjectProvider<ThymeleafViewResolver> views;
  private final LocaleResolver languages;

  Mishaps(
      MessageSource messages,
      JsonMapper json,
      ObjectProvider<ThymeleafViewResolver> views,
      LocaleResolver localeResolver) {
    this.messages = messages;
    this.json = json;
    this.views = views;
    this.languages = localeResolver;
  }

  /** Whether a program asks, to whom a page would say nothing. */
  public static boolean wantsProblem(HttpServletRequest request) {
    String path = path(request);
    if (path.equals("/api") || path.startsWith("/api/") || path.startsWith("/v3/")) {
      return true;
    }
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains("json") && !accept.contains("html");
  }

  /** Answers with a status and its usual words. */
  public void show(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
      throws IOException {
    show(request, response, status, code(status), List.of(), trace());
  }

  void show(HttpServletRequest request, HttpServletResponse response, Conflict conflict)
      throws IOException {
    Problem problem =
        problem(
            request, HttpStatus.CONFLICT, conflict.code(), List.of(), trace(), conflict.journey());
    show(request, response, HttpStatus.CONFLICT, conflict.code(), problem);
  }

  void show(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatusCode status,
      String code,
      List<Problem.Place> places,
      String trace)
      throws IOException {
    show(request, response, status, code, problem(request, status, code, places, trace, null));
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatusCode status,
      String code,
      Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(status.value());
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    LOG.info("{} {} answered {} {}", problem.traceId(), request.getMethod(), status.value(), code);
    if (wantsProblem(request)) {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      json.writeValue(response.getOutputStream(), problem);
    } else {
      response.setContentType("text/html;charset=UTF-8");
      page(request, response, status, code, problem.traceId());
    }
  }

  private Problem problem(
      HttpServletRequest request,
      HttpStatusCode status,
      String code,
      List<Problem.Place> places,
      String trace,
      @Nullable String journey) {
    String title = messages.getMessage("problem." + code, null, code, apiLocale(request));
    return new Problem(
        "urn:lienthong:problem:" + code,
        title == null ? code : title,
        status.value(),
        printable(path(request)),
        trace,
        places,
        journey);
  }

  /** A problem that carries more than places, for whoever answers it: its usual words and trace. */
  public Problem problem(HttpServletRequest request, HttpStatus status, String code) {
    return problem(request, status, code, List.of(), trace(), null);
  }

  private void page(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatusCode status,
      String code,
      String trace) {
    // Before the dispatcher nobody has looked for the visitor's language yet.
    request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
    Locale locale = languages.resolveLocale(request);
    LocaleContextHolder.setLocale(locale);
    try {
      View view = Objects.requireNonNull(views.getObject().resolveViewName("mishap", locale));
      view.render(
          Map.of("status", status.value(), "kind", kind(status), "code", code, "trace", trace),
          request,
          response);
    } catch (Exception e) {
      throw new IllegalStateException("the page of mishaps cannot be shown", e);
    }
  }

  /** Programs say their language in a header; without one they get English. */
  public static Locale apiLocale(HttpServletRequest request) {
    String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return wanted != null && wanted.startsWith("vi") ? Language.VIETNAMESE : Locale.ENGLISH;
  }

  static String path(HttpServletRequest request) {
    Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return original instanceof String text ? text : request.getRequestURI();
  }

  /** A path goes back to its sender; still it is cut and cleaned like everything that is typed. */
  private static String printable(String path) {
    String clean = path.replaceAll("[^A-Za-z0-9/._~%-]", "?");
    return clean.length() > 200 ? clean.substring(0, 200) : clean;
  }

  /** Which page of words a status has. */
  private static int kind(HttpStatusCode status) {
    int value = status.value();
    return switch (value) {
      case 400, 401, 403, 404, 405, 409, 413, 415, 422, 503 -> value;
      default -> status.is4xxClientError() ? 400 : 500;
    };
  }

  static String code(@Nullable HttpStatusCode status) {
    if (status == null) {
      return "internal";
    }
    return switch (status.value()) {
      case 400 -> "malformed";
      case 401 -> "unauthenticated";
      case 403 -> "forbidden";
      case 404 -> "not-found";
      case 405 -> "method-not-allowed";
      case 406 -> "not-acceptable";
      case 409 -> "conflict";
      case 413 -> "too-large";
      case 415 -> "unsupported-media-type";
      case 422 -> "invalid";
      case 429 -> "too-many";
      case 503 -> "unavailable";
      default -> status.is4xxClientError() ? "malformed" : "internal";
    };
  }

  static String trace() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
