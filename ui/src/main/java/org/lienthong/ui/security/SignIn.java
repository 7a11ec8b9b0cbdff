package org.lienthong.ui.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.lienthong.identity.Role;
import org.lienthong.ui.page.NotFound;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in by one click, as one of the people of the demonstration; there is no other way. */
@Controller
class SignIn {

  private final People people;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();
  private final HttpSessionRequestCache requests = new HttpSessionRequestCache();

  SignIn(People people) {
    this.people = people;
  }

  /** People who are chosen from together. */
  record Group(String key, List<Actor> people) {}

  @GetMapping("/sign-in")
  String choose(Model model) {
    List<Group> groups = groups();
    model.addAttribute("groups", groups);
    model.addAttribute("nobody", groups.stream().allMatch(group -> group.people().isEmpty()));
    return "sign-in";
  }

  private List<Group> groups() {
    List<Actor> all = people.demonstration();
    return List.of(
        group("citizens", all, Set.of(Role.CITIZEN)),
        group("officials", all, Set.of(Role.CASEWORKER, Role.SUPERVISOR)),
        group("designers", all, Set.of(Role.DESIGNER)));
  }

  private static Group group(String key, List<Actor> all, Set<Role> roles) {
    return new Group(
        key, all.stream().filter(actor -> roles.stream().anyMatch(actor::is)).toList());
  }

  @PostMapping("/sign-in")
  String enter(
      @RequestParam String person, HttpServletRequest request, HttpServletResponse response) {
    Actor actor =
        people.demonstration().stream()
            .filter(each -> each.ref().equals(person))
            .findFirst()
            .orElseThrow(NotFound::new);
    SavedRequest wanted = requests.getRequest(request, response);
    // A new session, not only a new id: nothing of whoever sat here before goes on.
    if (request.getSession(false) != null) {
      request.getSession().invalidate();
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            actor.ref(),
            "",
            actor.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .collect(Collectors.toSet())));
    SecurityContextHolder.setContext(context);
    request.getSession(true);
    contexts.saveContext(context, request, response);
    return "redirect:" + destination(actor, wanted);
  }

  private static String destination(Actor actor, @Nullable SavedRequest wanted) {
    String home = home(actor);
    if (wanted == null || !"GET".equals(wanted.getMethod())) {
      return home;
    }
    java.net.URI uri = java.net.URI.create(wanted.getRedirectUrl());
    String path = uri.getRawPath();
    // Only back into the part of the house that this person may enter.
    boolean own = path != null && (path.equals(home) || path.startsWith(home + "/"));
    return own ? path : home;
  }

  /** Where a person's day begins. */
  static String home(Actor actor) {
    if (actor.is(Role.DESIGNER)) {
      return "/studio";
    }
    return actor.is(Role.CITIZEN) ? "/c" : "/w";
  }
}
