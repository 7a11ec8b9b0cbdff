package org.lienthong.ui.studio;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lienthong.design.ApproveOutcome;
import org.lienthong.design.Drafts;
import org.lienthong.design.SaveOutcome;
import org.lienthong.design.SubmitOutcome;
import org.lienthong.identity.Actor;
import org.lienthong.ui.page.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the studio's forms do; each answers with the page that says what became of it. */
@Controller
class StudioActions {

  private final Drafts drafts;
  private final StudioView view;

  StudioActions(Drafts drafts, StudioView view) {
    this.drafts = drafts;
    this.view = view;
  }

  @PostMapping("/studio/file/{kind}/{key}/{*file}")
  String save(
      @PathVariable String kind,
      @PathVariable String key,
      @PathVariable String file,
      @RequestParam String content,
      @RequestParam int revision,
      Actor designer,
      RedirectAttributes next) {
    Place place = Place.of(kind, key);
    String name = file.substring(1);
    view.content(place, name);
    // browsers send the line ends of another century
    String text = content.replace("\r\n", "\n");
    SaveOutcome outcome =
        drafts.save(
            place.kind(), key, name, text.getBytes(StandardCharsets.UTF_8), revision, designer);
    if (outcome instanceof SaveOutcome.Saved) {
      next.addFlashAttribute("done", "saved");
    } else {
      next.addFlashAttribute("fileText", text);
      next.addFlashAttribute("problem", code(outcome));
    }
    return "redirect:/studio/file/" + place.path() + "/" + name;
  }

  private static String code(SaveOutcome outcome) {
    if (outcome instanceof SaveOutcome.Stale) {
      return "stale";
    } else if (outcome instanceof SaveOutcome.Closed) {
      return "closed";
    } else if (outcome instanceof SaveOutcome.TooLarge) {
      return "too-large";
    } else if (outcome instanceof SaveOutcome.Unreadable) {
      return "unreadable";
    }
    throw new NotFound();
  }

  @PostMapping("/studio/review/{kind}/{key}/submit")
  String submit(
      @PathVariable String kind,
      @PathVariable String key,
      @RequestParam(required = false) @Nullable String note,
      Actor author,
      RedirectAttributes next) {
    Place place = Place.of(kind, key);
    SubmitOutcome outcome = drafts.submit(place.kind(), key, note, author);
    if (outcome instanceof SubmitOutcome.Submitted) {
      next.addFlashAttribute("done", "submitted");
    } else if (outcome instanceof SubmitOutcome.Refused) {
      next.addFlashAttribute("problem", "errors");
    } else {
      next.addFlashAttribute(
          "problem", outcome instanceof SubmitOutcome.Closed ? "closed" : "nothing");
    }
    return "redirect:" + place.review();
  }

  @PostMapping("/studio/review/{kind}/{key}/approve")
  String approve(
      @PathVariable String kind,
      @PathVariable String key,
      @RequestParam String digest,
      Actor approver,
      RedirectAttributes next) {
    Place place = Place.of(kind, key);
    ApproveOutcome outcome = drafts.approve(place.kind(), key, digest, approver);
    if (outcome instanceof ApproveOutcome.Published published) {
      next.addFlashAttribute("done", "published");
      next.addFlashAttribute("published", view.title(place));
      next.addFlashAttribute("sequence", published.publication().sequence());
      return "redirect:/studio";
    }
    next.addFlashAttribute("problem", StudioApi.code(outcome));
    return "redirect:" + place.review();
  }

  @PostMapping("/studio/review/{kind}/{key}/send-back")
  String sendBack(
      @PathVariable String kind,
      @PathVariable String key,
      @RequestParam(required = false) @Nullable String note,
      Actor reviewer,
      RedirectAttributes next) {
    Place place = Place.of(kind, key);
    boolean sent = drafts.sendBack(place.kind(), key, note, reviewer).isPresent();
    next.addFlashAttribute(sent ? "done" : "problem", sent ? "sent-back" : "not-submitted");
    return "redirect:" + place.review();
  }

  @PostMapping("/studio/review/{kind}/{key}/discard")
  String discard(
      @PathVariable String kind,
      @PathVariable String key,
      Actor designer,
      RedirectAttributes next) {
    Place place = Place.of(kind, key);
    boolean gone = drafts.discard(place.kind(), key, designer);
    next.addFlashAttribute(gone ? "done" : "problem", gone ? "discarded" : "nothing");
    return "redirect:/studio";
  }
}
