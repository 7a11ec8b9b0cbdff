package org.lienthong.ui.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.lienthong.identity.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets an agency in by its bearer token, for one request and for the inbox only. */
final class AgencySignIn extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final AgencyTokens tokens;

  AgencySignIn(AgencyTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/inbox");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    if (header != null && header.startsWith(BEARER)) {
      tokens
          .agency(header.substring(BEARER.length()))
          .ifPresent(
              agency ->
                  context.setAuthentication(
                      UsernamePasswordAuthenticationToken.authenticated(
                          agency,
                          "",
                          AuthorityUtils.createAuthorityList("ROLE_" + Role.AGENCY.name()))));
    }
    // A session counts for nothing here, so that a browser cannot speak for an agency.
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }
}
