package org.lienthong.ui.citizen;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.identity.Actor;
import org.lienthong.offer.OfferAnswer;
import org.lienthong.offer.Offers;
import org.lienthong.offer.PersonalOffer;
import org.lienthong.ui.page.DecisionWords;
import org.lienthong.ui.page.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a citizen is offered without having asked, and their yes or no. */
@Controller
class OfferPages {

  /** From this grade on, silence is a yes. */
  private static final int GRANTS = 3;

  /** From this grade on, something is done for the person. */
  private static final int OFFERS = 2;

  private final Offers offers;
  private final Eligibility eligibility;
  private final DecisionWords decisions;

  OfferPages(Offers offers, Eligibility eligibility, DecisionWords decisions) {
    this.offers = offers;
    this.eligibility = eligibility;
    this.decisions = decisions;
  }

  /**
   * An offer in words.
   *
   * @param about the name of the one whom it is for, where that is somebody else; may be empty
   * @param state what became of it, LIVE while it stands
   * @param reason the first reason of what was decided last
   * @param beside why it stays, or does not, where another benefit is due as well
   * @param unchecked whether its law has still to be compared with the promulgated texts
   * @param why the assessment that explains it
   * @param open whether the person may say yes or no
   * @param granted whether silence is a yes
   * @param prepared whether it will wait for an answer, and agencies are asked before
   */
  record OfferView(
      String id,
      String title,
      @Nullable String about,
      String state,
      @Nullable Long amount,
      @Nullable String currency,
      @Nullable String periodicity,
      @Nullable String reason,
      List<String> beside,
      boolean unchecked,
      @Nullable String why,
      @Nullable String journey,
      boolean open,
      boolean granted,
      boolean prepared,
      @Nullable Instant answerBy,
      Instant madeAt) {}

  @GetMapping("/offers")
  String list(Actor actor, Model model) {
    List<PersonalOffer> all = offers.of(actor);
    model.addAttribute("open", views(all.stream().filter(PersonalOffer::open).toList()));
    model.addAttribute(
        "told", views(all.stream().filter(o -> o.offer().live() && !o.open()).toList()));
    model.addAttribute("settled", views(all.stream().filter(o -> !o.offer().live()).toList()));
    return "citizen/offers";
  }

  @PostMapping("/offers/{id}/confirm")
  String confirm(@PathVariable String id, Actor actor, RedirectAttributes after) {
    return answer(id, actor, Offers.Answer.CONFIRM, after);
  }

  @PostMapping("/offers/{id}/decline")
  String decline(@PathVariable String id, Actor actor, RedirectAttributes after) {
    return answer(id, actor, Offers.Answer.DECLINE, after);
  }

  /** Where more than yes must be said, the offer's form asks it. */
  private String answer(String id, Actor actor, Offers.Answer answer, RedirectAttributes after) {
    PersonalOffer offer = offers.find(id, actor).orElseThrow(NotFound::new);
    OfferAnswer answered = offers.answer(id, actor, answer);
    if (answered instanceof OfferAnswer.Incomplete) {
      return "redirect:/c/task/" + offer.taskId();
    }
    boolean taken = answered instanceof OfferAnswer.Taken;
    after.addFlashAttribute("answered", taken ? answer.name() : "late");
    after.addFlashAttribute("about", view(offers.find(id, actor).orElseThrow(NotFound::new)));
    return "redirect:/offers";
  }

  private List<OfferView> views(List<PersonalOffer> some) {
    return some.stream().map(this::view).toList();
  }

  private List<String> beside(@Nullable String journey, Assessment decided) {
    return journey == null
        ? List.of()
        : eligibility.weighed(journey, decided).map(decisions::reasons).orElse(List.of());
  }

  private OfferView view(PersonalOffer each) {
    Assessment decided = each.decided();
    return new OfferView(
        each.offer().id(),
        decisions.title(each.offer().service(), each.offer().decision()),
        each.about(),
        each.offer().state(),
        each.offer().amount(),
        each.offer().currency(),
        each.offer().periodicity(),
        decided == null ? null : decisions.reasons(decided).stream().findFirst().orElse(null),
        decided == null ? List.of() : beside(each.offer().journeyId(), decided),
        decided != null && !decided.legalBasisChecked(),
        decided == null ? null : decided.id(),
        each.offer().journeyId(),
        each.open(),
        each.offer().grade() >= GRANTS,
        each.offer().live() && !each.open() && each.offer().grade() >= OFFERS,
        each.answerBy(),
        each.offer().madeAt());
  }
}
