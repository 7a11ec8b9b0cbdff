package org.lienthong.ui.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lienthong.identity.Actor;
import org.lienthong.identity.Role;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What the frame around every page shows: who is signed in, and the way to the other language. */
@Component("frame")
public class Frame {

  private final SignedIn signedIn;

  Frame(SignedIn signedIn) {
    this.signedIn = signedIn;
  }

  /** Whoever is signed in, or null. */
  public @Nullable Actor actor() {
    return signedIn.actor().orElse(null);
  }

  /** Whether whoever is signed in has this role. */
  public boolean is(String role) {
    return signedIn.actor().filter(actor -> actor.is(Role.valueOf(role))).isPresent();
  }

  /** The languages of the switch. */
  public Iterable<Locale> languages() {
    return Language.ALL;
  }

  /** This page in another language. */
  public String inLanguage(String language) {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now)) {
      return "?lang=" + language;
    }
    HttpServletRequest request = now.getRequest();
    return UriComponentsBuilder.fromPath(Mishaps.path(request))
        .query(request.getQueryString())
        .replaceQueryParam("lang", language)
        .replaceQueryParam("_csrf")
        .build()
        .toUriString();
  }

  /** Whether the page lies in this part of the house. */
  public boolean under(String path) {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
        && (Mishaps.path(now.getRequest()).equals(path)
            || Mishaps.path(now.getRequest()).startsWith(path + "/"));
  }
}
