package org.lienthong.ui.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Form;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.catalogue.Forms;
import org.lienthong.catalogue.ProcessModel;
import org.lienthong.catalogue.Texts;
import org.lienthong.identity.Actor;
import org.lienthong.journey.Journeys;
import org.lienthong.journey.StartOutcome;
import org.lienthong.ui.form.Notes;
import org.lienthong.ui.form.Sheet;
import org.lienthong.ui.page.Conflict;
import org.lienthong.ui.page.NotFound;
import org.lienthong.ui.page.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The questions before a journey begins. */
@Controller
@RequestMapping("/c/start/{event}")
class StartPages {

  private final Catalogue catalogue;
  private final Forms forms;
  private final Journeys journeys;
  private final Walks walks;
  private final Patience patience;
  private final Words words;

  StartPages(
      Catalogue catalogue,
      Forms forms,
      Journeys journeys,
      Walks walks,
      Patience patience,
      Words words) {
    this.catalogue = catalogue;
    this.forms = forms;
    this.journeys = journeys;
    this.walks = walks;
    this.patience = patience;
    this.words = words;
  }

  @GetMapping
  String begin(@PathVariable String event, HttpSession session) {
    walk(event, session);
    return "redirect:/c/start/" + event + "/1";
  }

  @GetMapping("/{page:[0-9]{1,3}}")
  String page(
      @PathVariable String event, @PathVariable int page, HttpSession session, Model model) {
    return walks.page(walk(event, session), page, model);
  }

  @PostMapping("/{page:[0-9]{1,3}}")
  String answer(
      @PathVariable String event,
      @PathVariable int page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return walks.answer(walk(event, request.getSession()), page, request, response, model);
  }

  @GetMapping("/check")
  String check(@PathVariable String event, HttpSession session, Model model) {
    model.addAttribute("key", UUID.randomUUID().toString());
    return walks.check(walk(event, session), model);
  }

  @PostMapping("/check")
  String start(
      @PathVariable String event,
      @RequestParam(required = false) @Nullable String key,
      Actor actor,
      HttpSession session,
      HttpServletResponse response,
      Model model) {
    Notes notes = Notes.of(session);
    if (notes.journey(key).isPresent()) {
      return "redirect:/c/journey/" + notes.journey(key).orElseThrow(); // a double click
    }
    Walk walk = walk(event, session);
    String once = key != null && key.matches("[0-9a-f-]{36}") ? key : UUID.randomUUID().toString();
    StartOutcome outcome = journeys.start(event, actor, walk.sheet().answers(), once);
    if (outcome instanceof StartOutcome.Rejected rejected) {
      model.addAttribute("key", once);
      return walks.checkAgain(walk, rejected.problems(), response, model);
    }
    if (outcome instanceof StartOutcome.AlreadyOpen open) {
      notes.sent(walk.key(), open.journey().id());
      return "redirect:/c/journey/" + open.journey().id() + "?already";
    }
    if (outcome instanceof StartOutcome.Started started) {
      notes.sent(walk.key(), started.journey().id());
      notes.sent(once, started.journey().id());
      patience.until(() -> settled(started.journey().id(), actor));
      return "redirect:/c/journey/" + started.journey().id();
    }
    throw new Conflict("key-reused");
  }

  private boolean settled(String journeyId, Actor actor) {
    return journeys.find(journeyId, actor).filter(JourneyViews::waitsForSomebody).isPresent();
  }

  private Walk walk(String event, HttpSession session) {
    ProcessModel process =
        catalogue.lifeEvents().stream()
            .filter(each -> each.key().equals(event))
            .findFirst()
            .orElseThrow(NotFound::new);
    String deployment = process.deploymentId();
    String formKey = process.startForm().orElseThrow(NotFound::new);
    if (deployment == null) {
      throw new NotFound();
    }
    Form form = catalogue.form(deployment, formKey);
    Texts texts = catalogue.texts(deployment);
    String key = "start:" + event;
    return new Walk(
        "/c/start/" + event,
        key,
        texts.find(event + ".title", words.locale()).orElse(process.label()),
        new Sheet(form, texts, Map.of(), Notes.of(session).answers(key), List.of()),
        all ->
            forms.read(form, all, Map.of()) instanceof FormAnswers.Rejected rejected
                ? rejected.problems()
                : List.of());
  }
}
