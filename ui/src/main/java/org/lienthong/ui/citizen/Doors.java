package org.lienthong.ui.citizen;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.ProcessModel;
import org.lienthong.catalogue.Texts;
import org.lienthong.ui.check.EventDecisions;
import org.lienthong.ui.page.NotFound;
import org.lienthong.ui.page.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The public pages: which life events there are, and what awaits who begins one. */
@Controller
class Doors {

  private static final List<String> PARTS =
      List.of("gets", "who", "ready", "time", "cost", "otherWays", "legalBasis");

  private final Catalogue catalogue;
  private final EventDecisions decisions;
  private final Words words;

  Doors(Catalogue catalogue, EventDecisions decisions, Words words) {
    this.catalogue = catalogue;
    this.decisions = decisions;
    this.words = words;
  }

  /** A life event on the first page. */
  record Card(String key, String title, @Nullable String summary) {}

  /** One thing that a life event's page says. */
  record Part(String key, List<String> lines) {}

  @GetMapping("/")
  String choose(Model model) {
    model.addAttribute("events", cards());
    return "home";
  }

  List<Card> cards() {
    Locale locale = words.locale();
    return catalogue.lifeEvents().stream()
        .filter(event -> event.startForm().isPresent())
        .map(event -> card(event, locale))
        .sorted(Comparator.comparing(Card::title, java.text.Collator.getInstance(locale)))
        .toList();
  }

  private Card card(ProcessModel event, Locale locale) {
    Texts texts = catalogue.liveTexts(FolderKind.LIFE_EVENT, event.key());
    return new Card(
        event.key(),
        texts.find(event.key() + ".title", locale).orElse(event.label()),
        texts.find(event.key() + ".summary", locale).orElse(null));
  }

  @GetMapping("/e/{event}")
  String door(@PathVariable String event, Model model) {
    Locale locale = words.locale();
    ProcessModel process =
        catalogue.lifeEvents().stream()
            .filter(each -> each.key().equals(event) && each.startForm().isPresent())
            .findFirst()
            .orElseThrow(NotFound::new);
    Texts texts = catalogue.liveTexts(FolderKind.LIFE_EVENT, event);
    model.addAttribute("event", card(process, locale));
    model.addAttribute("decides", !decisions.of(process).isEmpty());
    model.addAttribute(
        "parts",
        PARTS.stream()
            .flatMap(
                part ->
                    texts.find(event + "." + part, locale).stream()
                        .map(text -> new Part(part, lines(text))))
            .toList());
    return "door";
  }

  /** A text of several lines is a list. */
  private static List<String> lines(String text) {
    return text.lines()
        .map(line -> line.strip().replaceFirst("^[-•*]\\s+", ""))
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
