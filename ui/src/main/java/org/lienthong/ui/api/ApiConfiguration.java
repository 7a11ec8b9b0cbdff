package org.lienthong.ui.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.lienthong.identity.Actor;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets the programming interface read bodies its own way, and describes it. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

  static {
    // What we find out ourselves is no parameter of the caller's.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Body.class);
  }

  private final Bodies bodies;

  ApiConfiguration(Bodies bodies) {
    this.bodies = bodies;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(bodies);
  }

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .components(
            new Components()
                .addSecuritySchemes(
                    "session",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("lienthong"))
                .addSecuritySchemes(
                    "agency", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
        .addSecurityItem(new SecurityRequirement().addList("session"))
        .info(
            new Info()
                .title("Liên Thông")
                .version("1")
                .description(
                    "Start and follow life-event journeys, do the tasks that wait, ask who is"
                        + " entitled to what, and, as an agency, bring replies. Errors are"
                        + " application/problem+json (RFC 9457).")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")));
  }
}
