package org.lienthong.ui.form;

import java.time.Instant;
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

  /** The same for what an assessment recorded: {@code SOURCE:origin@moment}. */
  public String recorded(@Nullable String source) {
    if (source == null) {
      return "";
    }
    String[] sourceAndMoment = source.split("@", 2);
    String[] kindAndOrigin = sourceAndMoment[0].split(":", 2);
    if (sourceAndMoment.length < 2 || kindAndOrigin.length < 2) {
      return words.sayOr("source." + kindAndOrigin[0], words.say("source.DECISION"));
    }
    return words.say(
        "source." + kindAndOrigin[0],
        agencies.of(kindAndOrigin[1]),
        words.day(Instant.parse(sourceAndMoment[1])));
  }
}
