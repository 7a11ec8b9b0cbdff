package org.lienthong.ui.form;

import org.jspecify.annotations.Nullable;
import org.lienthong.journey.Fact;
import org.lienthong.ui.page.AgencyNames;
import org.lienthong.ui.page.Words;
import org.springframework.stereotype.Component;

/** Says in words where a fact comes from. Thread-safe. */
@Component
public class Provenance {

  private final AgencyNames agencies;
  private final Words words;

  Provenance(AgencyNames agencies, Words words) {
    this.agencies = agencies;
    this.words = words;
  }

  /** Where a fact comes from; null where there is none. */
  public @Nullable String of(@Nullable Fact fact) {
    if (fact == null) {
      return null;
    }
    return words.say(
        "source." + fact.source(), agencies.of(fact.origin()), words.day(fact.readAt()));
  }

  /** The same for what an assessment recorded: {@code SOURCE:origin}. */
  public String recorded(@Nullable String source) {
    if (source == null) {
      return "";
    }
    int colon = source.indexOf(':');
    String kind = colon < 0 ? source : source.substring(0, colon);
    String origin = colon < 0 ? "" : source.substring(colon + 1);
    return kind.equals("REGISTER")
        ? agencies.of(origin)
        : words.sayOr("source." + kind, words.say("source.DECISION"));
  }
}
