package org.lienthong.ui.citizen;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.identity.Actor;
import org.lienthong.journey.Journey;
import org.lienthong.journey.Journeys;
import org.lienthong.offer.Offers;
import org.lienthong.offer.PersonalOffer;
import org.lienthong.ui.page.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A citizen's journeys: all of them, one step by step, and why it was decided so. */
@Controller
class JourneyPages {

  private final Journeys journeys;
  private final JourneyViews views;
  private final Reasons reasons;
  private final Offers offers;

  JourneyPages(Journeys journeys, JourneyViews views, Reasons reasons, Offers offers) {
    this.journeys = journeys;
    this.views = views;
    this.reasons = reasons;
    this.offers = offers;
  }

  @GetMapping("/c")
  String mine(Actor actor, Model model) {
    List<PersonalOffer> offered = offers.of(actor);
    Set<String> ofOffers =
        offered.stream()
            .flatMap(each -> Optional.ofNullable(each.offer().journeyId()).stream())
            .collect(Collectors.toSet());
    List<JourneyView> all =
        journeys.of(actor).stream()
            .filter(journey -> !ofOffers.contains(journey.id()))
            .map(journey -> views.of(journey, actor))
            .toList();
    model.addAttribute("offered", offered.stream().filter(each -> each.offer().live()).count());
    model.addAttribute("asked", offered.stream().filter(PersonalOffer::open).count());
    model.addAttribute("todos", all.stream().filter(view -> view.todo() != null).toList());
    model.addAttribute("open", all.stream().filter(view -> isOpen(view.journey())).toList());
    model.addAttribute("done", all.stream().filter(view -> !isOpen(view.journey())).toList());
    return "citizen/mine";
  }

  private static boolean isOpen(Journey journey) {
    return journey.state() == Journey.State.OPEN;
  }

  @GetMapping("/c/journey/{id}")
  String journey(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String already,
      Actor actor,
      Model model) {
    Journey journey = own(id, actor);
    model.addAttribute("view", views.of(journey, actor));
    model.addAttribute("already", already != null);
    return "citizen/journey";
  }

  @GetMapping("/c/why/{assessment}")
  String why(@PathVariable String assessment, Actor actor, Model model) {
    model.addAttribute(
        "why",
        journeys.of(actor).stream()
            .flatMap(journey -> reasons.find(journey, assessment).stream())
            .findFirst()
            .orElseThrow(NotFound::new));
    return "citizen/why";
  }

  /** An official sees journeys on the pages for work, never here. */
  private Journey own(String id, Actor actor) {
    return journeys
        .find(id, actor)
        .filter(journey -> journey.parties().contains(actor.ref()))
        .orElseThrow(NotFound::new);
  }
}
