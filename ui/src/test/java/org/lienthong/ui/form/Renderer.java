package org.lienthong.ui.form;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lienthong.feel.Feel;
import org.lienthong.ui.page.AgencyNames;
import org.lienthong.ui.page.Words;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Draws parts of pages without the application: its templates, messages and questions. */
public final class Renderer {

  private final ResourceBundleMessageSource messages = messages();
  private final AgencyNames agencies = mock(AgencyNames.class);
  private final Words words = new Words(messages, Clock.systemUTC(), "Asia/Ho_Chi_Minh");
  private final SpringTemplateEngine templates = templates();

  public Renderer() {
    when(agencies.of(any())).thenReturn("Office");
  }

  /** Calls an agency by a name of its own. */
  public Renderer calling(String agency, String name) {
    when(agencies.of(agency)).thenReturn(name);
    return this;
  }

  public AgencyNames agencies() {
    return agencies;
  }

  public Words words() {
    return words;
  }

  public Questions questions() {
    return new Questions(
        new Conditions(new Feel(), words), new Choices(), new Provenance(agencies, words), words);
  }

  /** The questions of a page, as they stand on it. */
  public String draw(List<Question> page, Locale language) {
    StringBuilder drawn = new StringBuilder();
    for (Question question : page) {
      Context context = new Context(language, Map.of("q", question));
      drawn.append(templates.process("one", context).strip()).append("\n\n");
    }
    return tidy(drawn.toString());
  }

  /** A template of the tests, which shows one part of a page. */
  public String draw(String template, Map<String, Object> model, Locale language) {
    return tidy(templates.process(template, new Context(language, model)).strip() + "\n");
  }

  private static String tidy(String drawn) {
    return drawn.replaceAll("(?m)^\\s+$", "").replaceAll("\n{3,}", "\n\n");
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  private SpringTemplateEngine templates() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    engine.setTemplateEngineMessageSource(messages);
    return engine;
  }
}
