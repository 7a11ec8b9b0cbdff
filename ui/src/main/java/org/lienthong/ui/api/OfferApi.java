package org.lienthong.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.identity.Actor;
import org.lienthong.offer.OfferAnswer;
import org.lienthong.offer.Offers;
import org.lienthong.offer.PersonalOffer;
import org.lienthong.ui.page.Conflict;
import org.lienthong.ui.page.Invalid;
import org.lienthong.ui.page.NotFound;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own offers, for programs. */
@RestController
@RequestMapping(path = "/api/offers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "offers", description = "What a person is offered without having asked")
class OfferApi {

  private static final String ANSWER = "answer";
  private static final String FACTS = "facts";

  private final Offers offers;
  private final Catalogue catalogue;

  OfferApi(Offers offers, Catalogue catalogue) {
    this.offers = offers;
    this.catalogue = catalogue;
  }

  /**
   * An offer.
   *
   * @param self where it is answered, after {@code /answer}
   * @param about the name of the one whom it is for, where that is somebody else
   * @param state LIVE, CONFIRMED, DECLINED, LAPSED, WITHDRAWN or ENDED
   * @param grade how far the service goes by itself, from 0 (tells) to 3 (grants)
   * @param open whether an answer is awaited
   * @param answerBy when silence counts as an answer: from grade 3 on as a yes, else as a no
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfferEntry(
      String id,
      String self,
      String decision,
      @Nullable Bilingual title,
      @Nullable String about,
      String state,
      int grade,
      @Nullable Long amount,
      @Nullable String currency,
      @Nullable String periodicity,
      boolean open,
      @Nullable Instant answerBy,
      @Nullable String journey) {}

  /**
   * Yes or no.
   *
   * @param answer CONFIRM or DECLINE
   * @param facts what else the offer's form asks, where it asks anything
   */
  record Reply(Offers.Answer answer, @Nullable Map<String, Object> facts) {}

  @Operation(summary = "One's own offers, the newest first")
  @GetMapping
  List<OfferEntry> mine(Actor actor) {
    return offers.of(actor).stream().map(this::entry).toList();
  }

  @Operation(
      summary = "Confirm or decline one's own offer",
      description = "409 if no answer is awaited (any more); 422 if more must be said than yes.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Reply.class))))
  @PostMapping(path = "/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
  OfferEntry answer(@PathVariable String id, Body body, Actor actor) {
    if (offers.find(id, actor).isEmpty()) {
      throw new NotFound();
    }
    String said = body.only(ANSWER, FACTS).text(ANSWER);
    Offers.Answer answer =
        List.of(Offers.Answer.values()).stream()
            .filter(each -> each.name().equals(said))
            .findFirst()
            .orElseThrow(() -> new Invalid("/" + ANSWER, Body.UNKNOWN));
    Map<String, Object> facts = body.has(FACTS) ? body.context(FACTS) : Map.of();
    OfferAnswer answered = offers.answer(id, actor, answer, facts);
    if (answered instanceof OfferAnswer.Taken taken) {
      return entry(taken.offer());
    }
    if (answered instanceof OfferAnswer.Incomplete incomplete) {
      throw TaskApi.invalid(incomplete.problems());
    }
    throw new Conflict("conflict");
  }

  private OfferEntry entry(PersonalOffer each) {
    String journey = each.offer().journeyId();
    String decision = each.offer().decision();
    return new OfferEntry(
        each.offer().id(),
        "/api/offers/" + each.offer().id(),
        decision,
        Bilingual.of(
            catalogue.liveTexts(FolderKind.DECISION, each.offer().service()), decision + ".title"),
        each.about(),
        each.offer().state(),
        each.offer().grade(),
        each.offer().amount(),
        each.offer().currency(),
        each.offer().periodicity(),
        each.open(),
        each.answerBy(),
        journey == null ? null : JourneyAnswers.path(journey));
  }
}
