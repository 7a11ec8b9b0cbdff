package org.lienthong.ui.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Vietnamese unless the person chose otherwise; the choice is kept in a cookie. */
@Configuration(proxyBeanMethods = false)
public class Language implements WebMvcConfigurer {

  /** The language of those who did not choose. */
  public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  /** Every language that pages speak, in the order of the switch. */
  public static final List<Locale> ALL = List.of(VIETNAMESE, Locale.ENGLISH);

  @Bean
  MessageSource messageSource() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("messages", "studio");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  @Bean
  CookieLocaleResolver localeResolver() {
    CookieLocaleResolver resolver =
        new CookieLocaleResolver("lang") {
          @Override
          protected Locale parseLocaleValue(String value) {
            return known(value);
          }
        };
    resolver.setDefaultLocale(VIETNAMESE);
    resolver.setRejectInvalidCookies(false);
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    return resolver;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor change =
        new LocaleChangeInterceptor() {
          @Override
          protected Locale parseLocaleValue(String value) {
            return known(value);
          }
        };
    change.setParamName("lang");
    change.setIgnoreInvalidLocale(true);
    registry.addInterceptor(change);
  }

  private static Locale known(String value) {
    return ALL.stream()
        .filter(language -> language.getLanguage().equals(value))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(StringUtils.hasText(value) ? "unknown" : "empty"));
  }
}
