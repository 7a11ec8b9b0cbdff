package org.lienthong.ui.work;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.lienthong.journey.Fact;
import org.lienthong.journey.Journeys;
import org.lienthong.ui.form.Notes;
import org.lienthong.ui.form.Posted;
import org.lienthong.ui.form.Question;
import org.lienthong.ui.form.Questions;
import org.lienthong.ui.form.Sheet;
import org.lienthong.ui.page.Conflict;
import org.lienthong.ui.page.DecisionWords;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An official's task: what is known on the left, the decision on the right. */
@Controller
@RequestMapping("/w/task/{id}")
class TaskDesk {

  private final Worklist worklist;
  private final Journeys journeys;
  private final Catalogue catalogue;
  private final People people;
  private final Questions questions;
  private final Comparisons comparisons;
  private final Findings findings;
  private final DecisionWords decisions;
  private final Words words;

  TaskDesk(
      Worklist worklist,
      Journeys journeys,
      Catalogue catalogue,
      People people,
      Questions questions,
      Comparisons comparisons,
      Findings findings,
      DecisionWords decisions,
      Words words) {
    this.worklist = worklist;
    this.journeys = journeys;
    this.catalogue = catalogue;
    this.people = people;
    this.questions = questions;
    this.comparisons = comparisons;
    this.findings = findings;
    this.decisions = decisions;
    this.words = words;
  }

  @GetMapping
  String look(@PathVariable String id, Actor actor, HttpSession session, Model model) {
    WorkItem item = item(id, actor);
    return show(item, actor, Notes.of(session).answers(id), List.of(), model);
  }

  @PostMapping("/claim")
  String claim(@PathVariable String id, Actor actor) {
    item(id, actor);
    if (!worklist.claim(id, actor)) {
      throw new Conflict("conflict");
    }
    return "redirect:/w/task/" + id;
  }

  @PostMapping("/release")
  String release(@PathVariable String id, Actor actor) {
    item(id, actor);
    if (!worklist.release(id, actor)) {
      throw new Conflict("conflict");
    }
    return "redirect:/w/task/" + id;
  }

  @PostMapping
  String complete(
      @PathVariable String id,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    WorkItem item = item(id, actor);
    Map<String, Object> answers = Posted.answers(request);
    if (request.getParameter("lang") != null) {
      Notes.of(request.getSession()).keep(id, answers);
      return "redirect:/w/task/" + id;
    }
    Completion completion = worklist.complete(id, actor, answers);
    if (completion instanceof Completion.Rejected rejected) {
      response.setStatus(422);
      return show(item, actor, answers, rejected.problems(), model);
    }
    if (completion instanceof Completion.Gone) {
      throw new Conflict("conflict");
    }
    Notes.of(request.getSession()).sent(id, item.journeyId());
    flash.addFlashAttribute("done", item.reference());
    return "redirect:/w";
  }

  private WorkItem item(String id, Actor actor) {
    return worklist
        .find(id, actor)
        .filter(item -> item.unit() != null && item.form() != null)
        .orElseThrow(NotFound::new);
  }

  private String show(
      WorkItem item,
      Actor actor,
      Map<String, Object> answers,
      List<FormAnswers.Problem> problems,
      Model model) {
    Sheet sheet =
        new Sheet(
            catalogue.form(item.deploymentId(), String.valueOf(item.form())),
            catalogue.texts(item.deploymentId()),
            inWords(journeys.dossier(item.journeyId())),
            answers,
            problems);
    List<Question> all = questions.pages(sheet).stream().flatMap(List::stream).toList();
    String taker = item.claimedBy();
    model.addAttribute("item", item);
    model.addAttribute("title", QueuePages.title(catalogue, item, words.locale()));
    model.addAttribute(
        "intro", sheet.texts().find(item.form() + ".intro", words.locale()).orElse(""));
    List<Comparisons.Line> lines = comparisons.of(sheet, journeys.evidence(item.journeyId()));
    model.addAttribute("lines", lines);
    model.addAttribute("differences", lines.stream().filter(Comparisons.Line::differs).count());
    model.addAttribute("questions", all.stream().filter(q -> q.asks() || q.corrects()).toList());
    model.addAttribute("official", true);
    model.addAttribute("results", findings.of(item));
    model.addAttribute("mine", actor.ref().equals(taker));
    model.addAttribute("free", taker == null);
    model.addAttribute(
        "taker", taker == null ? "" : people.find(taker).map(Actor::displayName).orElse(taker));
    boolean mayDecide = taker == null || actor.ref().equals(taker);
    model.addAttribute("mayDecide", mayDecide);
    model.addAttribute("answering", mayDecide);
    model.addAttribute("wrong", !problems.isEmpty());
    model.addAttribute("mends", mends(all, problems));
    return "work/task";
  }

  /** A link of the error summary. */
  record Mend(String href, String text) {}

  private List<Mend> mends(List<Question> all, List<FormAnswers.Problem> problems) {
    List<Mend> mends =
        new java.util.ArrayList<>(
            all.stream()
                .flatMap(question -> Stream.concat(Stream.of(question), question.fields().stream()))
                .filter(question -> question.error() != null)
                .map(question -> new Mend("#" + question.id(), String.valueOf(question.error())))
                .toList());
    if (problems.stream().anyMatch(problem -> problem.code().equals("unknown"))) {
      mends.add(new Mend("#main", words.say("form.error.unknown")));
    }
    return mends;
  }

  /** A benefit is called by its title, not by its decision's key. */
  private Map<String, Fact> inWords(Map<String, Fact> dossier) {
    Map<String, Fact> named = new HashMap<>(dossier);
    named.replaceAll(
        (name, fact) ->
            fact.value() instanceof String keys
                ? decisions
                    .titles(keys)
                    .map(
                        title ->
                            new Fact(
                                name,
                                title,
                                fact.source(),
                                fact.origin(),
                                fact.legalBasis(),
                                fact.readAt()))
                    .orElse(fact)
                : fact);
    return named;
  }
}
