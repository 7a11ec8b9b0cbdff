package org.lienthong.ui.work;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.lienthong.ui.page.Words;
import org.lienthong.worklist.WorkItem;
import org.lienthong.worklist.Worklist;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits in an official's unit, the nearest deadline first. */
@Controller
class QueuePages {

  private static final int PAGE = 50;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final Worklist worklist;
  private final Catalogue catalogue;
  private final People people;
  private final Words words;

  QueuePages(Worklist worklist, Catalogue catalogue, People people, Words words) {
    this.worklist = worklist;
    this.catalogue = catalogue;
    this.people = people;
    this.words = words;
  }

  /** A line of the queue. */
  record Line(WorkItem item, String title, String event, @Nullable String taker, boolean mine) {}

  @GetMapping("/w")
  String queue(@RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
    String from = after != null && ID.matcher(after).matches() ? after : null;
    List<Line> lines = worklist.queue(actor, from).stream().map(item -> line(item, actor)).toList();
    model.addAttribute("lines", lines);
    model.addAttribute("count", worklist.queueLength(actor));
    model.addAttribute("after", from);
    model.addAttribute("next", lines.size() == PAGE ? lines.get(PAGE - 1).item().id() : null);
    model.addAttribute("unit", actor.unit());
    return "work/queue";
  }

  private Line line(WorkItem item, Actor actor) {
    Locale locale = words.locale();
    String taker = item.claimedBy();
    return new Line(
        item,
        title(catalogue, item, locale),
        catalogue.lifeEvents().stream()
            .filter(event -> event.key().equals(item.lifeEvent()))
            .findFirst()
            .flatMap(
                event ->
                    catalogue
                        .liveTexts(event.kind(), event.key())
                        .find(event.key() + ".title", locale))
            .orElse(item.lifeEvent()),
        taker == null ? null : people.find(taker).map(Actor::displayName).orElse(taker),
        actor.ref().equals(taker));
  }

  /** A task is called what its form is called: that is written for officials. */
  static String title(Catalogue catalogue, WorkItem item, Locale locale) {
    var texts = catalogue.texts(item.deploymentId());
    return texts
        .find(item.form() + ".title", locale)
        .orElseGet(() -> texts.get(item.elementId() + ".title", locale));
  }
}
