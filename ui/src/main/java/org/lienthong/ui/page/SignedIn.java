package org.lienthong.ui.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link Actor} of the session as a parameter. Thread-safe. */
@Component
public class SignedIn implements HandlerMethodArgumentResolver {

  private final People people;

  SignedIn(People people) {
    this.people = people;
  }

  /** Whoever is signed in. */
  public Optional<Actor> actor() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication == null
            || authentication instanceof AnonymousAuthenticationToken
            || !authentication.isAuthenticated()
        ? Optional.empty()
        : people.find(authentication.getName());
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Actor.class;
  }

  @Override
  public Actor resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return actor().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
  }
}
