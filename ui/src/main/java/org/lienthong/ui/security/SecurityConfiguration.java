package org.lienthong.ui.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.lienthong.identity.Role;
import org.lienthong.ui.page.Mishaps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may go where, and what every answer tells the browser. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** The modelling canvas sets styles on its shapes and brings a font of its own. */
  private static final String STUDIO =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:;"
          + " frame-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** Marks a request whose address no rule names. */
  private static final String NOT_NAMED = SecurityConfiguration.class.getName() + ".notNamed";

  private static final RequestMatcher IN_STUDIO =
      PathPatternRequestMatcher.withDefaults().matcher("/studio/**");

  @Bean
  SecurityFilterChain security(HttpSecurity http, Mishaps mishaps, AgencyTokens tokens) {
    return http.authorizeHttpRequests(SecurityConfiguration::rules)
        .csrf(csrf -> csrf.ignoringRequestMatchers("/api/**"))
        .addFilterBefore(new CrossSiteWall(mishaps), AuthorizationFilter.class)
        .addFilterBefore(new AgencySignIn(tokens), CrossSiteWall.class)
        .headers(SecurityConfiguration::headers)
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(entry(mishaps))
                    .accessDeniedHandler(
                        (request, response, denied) ->
                            mishaps.show(request, response, denied(request, HttpStatus.FORBIDDEN))))
        .logout(
            logout ->
                logout.logoutUrl("/sign-out").logoutSuccessUrl("/").deleteCookies("lienthong"))
        .requestCache(cache -> cache.requestCache(returnHere()))
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .build();
  }

  /** After signing in people go back to the page that they wanted; programs have no such way. */
  private static HttpSessionRequestCache returnHere() {
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(
        request ->
            "GET".equals(request.getMethod())
                && !Mishaps.wantsProblem(request)
                && request.getAttribute(NOT_NAMED) == null);
    return cache;
  }

  private static void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    String citizen = Role.CITIZEN.name();
    rules
        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
        .permitAll()
        .requestMatchers("/css/**", "/js/**", "/ui/**", "/favicon.ico")
        .permitAll()
        .requestMatchers("/actuator/health/**", "/actuator/health", "/v3/api-docs/**")
        .permitAll()
        .requestMatchers("/v3/api-docs", "/v3/api-docs.yaml")
        .permitAll()
        .requestMatchers("/", "/e/**", "/sign-in", "/error", "/accessibility", "/privacy")
        .permitAll()
        .requestMatchers("/c", "/c/**", "/offers", "/offers/**", "/api/offers", "/api/offers/**")
        .hasRole(citizen)
        .requestMatchers("/w", "/w/**")
        .hasAnyRole(Role.CASEWORKER.name(), Role.SUPERVISOR.name())
        .requestMatchers("/studio", "/studio/**", "/api/what-if")
        .hasRole(Role.DESIGNER.name())
        .requestMatchers("/sweeps", "/sweeps/**", "/non-take-up")
        .hasAnyRole(Role.SUPERVISOR.name(), Role.DESIGNER.name())
        .requestMatchers("/api/sweeps", "/api/sweeps/**", "/api/non-take-up")
        .hasAnyRole(Role.SUPERVISOR.name(), Role.DESIGNER.name())
        .requestMatchers("/api/inbox", "/api/inbox/**")
        .hasRole(Role.AGENCY.name())
        .requestMatchers("/api/journeys", "/api/journeys/**", "/api/tasks", "/api/tasks/**")
        .authenticated()
        .requestMatchers("/api/decisions", "/api/decisions/**", "/api/entitlements")
        .authenticated()
        // A new address stays shut until a line above names it.
        .anyRequest()
        .access((who, asked) -> notNamed(asked.getRequest()));
  }

  private static AuthorizationDecision notNamed(HttpServletRequest request) {
    request.setAttribute(NOT_NAMED, true);
    return new AuthorizationDecision(false);
  }

  /** What no rule names is not there, to everybody; the rest is there and not for this person. */
  private static HttpStatus denied(HttpServletRequest request, HttpStatus usual) {
    return request.getAttribute(NOT_NAMED) == null ? usual : HttpStatus.NOT_FOUND;
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .frameOptions(frame -> frame.deny())
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"))
        .addHeaderWriter(
            new DelegatingRequestMatcherHeaderWriter(
                IN_STUDIO, new StaticHeadersWriter("Content-Security-Policy", STUDIO)))
        .addHeaderWriter(
            new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(IN_STUDIO),
                new StaticHeadersWriter("Content-Security-Policy", PAGES)));
  }

  private static AuthenticationEntryPoint entry(Mishaps mishaps) {
    AuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/sign-in");
    return (request, response, exception) -> {
      HttpStatus status = denied(request, HttpStatus.UNAUTHORIZED);
      if (Mishaps.wantsProblem(request) || status == HttpStatus.NOT_FOUND) {
        mishaps.show(request, response, status);
      } else {
        page.commence(request, response, exception);
      }
    };
  }

  /** Any method may knock; the controllers answer 405 with what is allowed. */
  @Bean
  StrictHttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    return firewall;
  }

  @Bean
  RequestRejectedHandler rejected(Mishaps mishaps) {
    return (request, response, exception) ->
        mishaps.show(request, response, HttpStatus.BAD_REQUEST);
  }

  /** Keeps Boot from making up a user with a password: nobody signs in by password. */
  @Bean
  AuthenticationManager nobodyByPassword() {
    return authentication -> {
      throw new AuthenticationException("nobody signs in by password") {};
    };
  }
}
