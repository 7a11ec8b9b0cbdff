package org.lienthong.ui.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Form;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.catalogue.Texts;
import org.lienthong.identity.Actor;
import org.lienthong.journey.Journey;
import org.lienthong.journey.Journeys;
import org.lienthong.ui.form.Notes;
import org.lienthong.ui.form.Sheet;
import org.lienthong.ui.page.Conflict;
import org.lienthong.ui.page.NotFound;
import org.lienthong.ui.page.Words;
import org.lienthong.worklist.Completion;
import org.lienthong.worklist.WorkItem;
import org.lienthong.worklist.Worklist;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A citizen's task: its questions, a look at everything, and what happens next. */
@Controller
@RequestMapping("/c/task/{id}")
class TaskPages {

  private final Worklist worklist;
  private final Journeys journeys;
  private final Catalogue catalogue;
  private final Walks walks;
  private final JourneyViews views;
  private final Patience patience;
  private final Words words;

  TaskPages(
      Worklist worklist,
      Journeys journeys,
      Catalogue catalogue,
      Walks walks,
      JourneyViews views,
      Patience patience,
      Words words) {
    this.worklist = worklist;
    this.journeys = journeys;
    this.catalogue = catalogue;
    this.walks = walks;
    this.views = views;
    this.patience = patience;
    this.words = words;
  }

  @GetMapping
  String begin(@PathVariable String id, Actor actor, HttpSession session) {
    walk(item(id, actor), actor, session);
    return "redirect:/c/task/" + id + "/1";
  }

  @GetMapping("/{page:[0-9]{1,3}}")
  String page(
      @PathVariable String id,
      @PathVariable int page,
      Actor actor,
      HttpSession session,
      Model model) {
    return walks.page(walk(item(id, actor), actor, session), page, model);
  }

  @PostMapping("/{page:[0-9]{1,3}}")
  String answer(
      @PathVariable String id,
      @PathVariable int page,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Walk walk = walk(item(id, actor), actor, request.getSession());
    return walks.answer(walk, page, request, response, model);
  }

  @GetMapping("/check")
  String check(@PathVariable String id, Actor actor, HttpSession session, Model model) {
    return walks.check(walk(item(id, actor), actor, session), model);
  }

  @PostMapping("/check")
  String send(
      @PathVariable String id,
      Actor actor,
      HttpSession session,
      HttpServletResponse response,
      Model model) {
    if (Notes.of(session).journey(id).isPresent()) {
      return "redirect:/c/task/" + id + "/sent"; // a double click
    }
    WorkItem item = item(id, actor);
    Walk walk = walk(item, actor, session);
    Completion completion = worklist.complete(id, actor, walk.sheet().answers());
    if (completion instanceof Completion.Rejected rejected) {
      return walks.checkAgain(walk, rejected.problems(), response, model);
    }
    if (completion instanceof Completion.Gone) {
      throw new Conflict("conflict");
    }
    Notes.of(session).sent(id, item.journeyId());
    return "redirect:/c/task/" + id + "/sent";
  }

  @GetMapping("/sent")
  String sent(@PathVariable String id, Actor actor, HttpSession session, Model model) {
    String journeyId = Notes.of(session).journey(id).orElseThrow(NotFound::new);
    patience.until(() -> settled(journeyId, actor));
    Journey journey = journeys.find(journeyId, actor).orElseThrow(NotFound::new);
    model.addAttribute("journey", views.of(journey, actor));
    return "citizen/sent";
  }

  private boolean settled(String journeyId, Actor actor) {
    return journeys
        .find(journeyId, actor)
        .filter(journey -> JourneyViews.waitsForSomebody(journey))
        .isPresent();
  }

  private WorkItem item(String id, Actor actor) {
    return worklist
        .find(id, actor)
        .filter(item -> actor.ref().equals(item.assignee()))
        .orElseThrow(NotFound::new);
  }

  private Walk walk(WorkItem item, Actor actor, HttpSession session) {
    if (item.form() == null) {
      throw new NotFound();
    }
    Form form = catalogue.form(item.deploymentId(), item.form());
    Texts texts = catalogue.texts(item.deploymentId());
    Map<String, Object> answers = Notes.of(session).answers(item.id());
    return new Walk(
        "/c/task/" + item.id(),
        item.id(),
        texts.find(form.key() + ".title", words.locale()).orElse(item.elementId()),
        new Sheet(form, texts, journeys.dossier(item.journeyId()), answers, List.of()),
        all -> problems(worklist.check(item.id(), actor, all)));
  }

  private static List<FormAnswers.Problem> problems(Completion completion) {
    return completion instanceof Completion.Rejected rejected ? rejected.problems() : List.of();
  }
}
