package org.lienthong.ui.check;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.catalogue.ProcessModel;
import org.lienthong.ui.check.Checkup.Asked;
import org.lienthong.ui.form.Notes;
import org.lienthong.ui.form.Question;
import org.lienthong.ui.page.NotFound;
import org.lienthong.ui.page.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A few questions before signing in, and what the rules say to the answers. Nothing is kept but the
 * answers, in the session; addresses hold the number of a page and nothing else.
 */
@Controller
@RequestMapping("/e/{event}/check")
class CheckPages {

  private final Catalogue catalogue;
  private final EventDecisions decisions;
  private final Checkups checkups;
  private final CheckForms forms;
  private final CheckWords results;
  private final Words words;

  CheckPages(
      Catalogue catalogue,
      EventDecisions decisions,
      Checkups checkups,
      CheckForms forms,
      CheckWords results,
      Words words) {
    this.catalogue = catalogue;
    this.decisions = decisions;
    this.checkups = checkups;
    this.forms = forms;
    this.results = results;
    this.words = words;
  }

  /** A life event with what it decides, and the answers so far. */
  private record Case(
      String event,
      String title,
      String base,
      List<String> decisions,
      Set<String> taken,
      Notes notes) {

    Map<String, Object> answers() {
      return notes.answers(base);
    }
  }

  /** A link of the error summary. */
  record Mend(String href, String text) {}

  @GetMapping
  String begin(@PathVariable String event, HttpSession session, Model model) {
    about(of(event, session), model);
    return "check/begin";
  }

  @GetMapping("/{page:[0-9]{1,3}}")
  String page(
      @PathVariable String event, @PathVariable int page, HttpSession session, Model model) {
    Case current = of(event, session);
    Checkup checkup = checkups.go(current.decisions(), current.answers());
    Asked asked = checkup.at(page);
    if (asked == null) {
      return page < 1 ? missing() : "redirect:" + onwards(current, checkup);
    }
    return show(current, asked, page, current.answers(), List.of(), model);
  }

  @PostMapping("/{page:[0-9]{1,3}}")
  String answer(
      @PathVariable String event,
      @PathVariable int page,
      @RequestParam(required = false) @Nullable String go,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Case current = of(event, request.getSession());
    Asked asked = checkups.go(current.decisions(), current.answers()).at(page);
    if (asked == null) {
      return page < 1 ? missing() : "redirect:" + current.base() + "/" + page;
    }
    Map<String, Object> answers = CheckForms.without(asked, current.answers());
    answers.putAll(
        "unknown".equals(go) ? forms.unknown(asked) : forms.pick(asked, request.getParameterMap()));
    Checkup next = checkups.go(current.decisions(), answers);
    List<FormAnswers.Problem> wrong =
        "unknown".equals(go) ? List.of() : wrong(asked, answers, next);
    if (request.getParameter("lang") != null) {
      if (wrong.isEmpty()) {
        current.notes().keep(current.base(), answers);
      }
      return "redirect:" + current.base() + "/" + page;
    }
    if (!wrong.isEmpty()) {
      response.setStatus(422);
      return show(current, asked, page, answers, wrong, model);
    }
    current.notes().keep(current.base(), answers);
    return "redirect:" + onwards(current, next);
  }

  @GetMapping("/result")
  String result(@PathVariable String event, HttpSession session, Model model) {
    Case current = of(event, session);
    Checkup checkup = checkups.go(current.decisions(), current.answers());
    if (checkup.next() != null && checkup.answered().isEmpty()) {
      return "redirect:" + onwards(current, checkup);
    }
    about(current, model);
    model.addAttribute("onwards", checkup.next() == null ? null : onwards(current, checkup));
    model.addAttribute("groups", results.groups(checkup, current.taken()));
    model.addAttribute("said", results.said(checkup));
    model.addAttribute("last", checkup.answered().size());
    return "check/result";
  }

  @PostMapping("/again")
  String again(@PathVariable String event, HttpSession session) {
    Case current = of(event, session);
    current.notes().forget(current.base());
    return "redirect:" + current.base();
  }

  private List<FormAnswers.Problem> wrong(
      Asked asked, Map<String, Object> answers, Checkup checkup) {
    List<FormAnswers.Problem> problems = forms.problems(asked, answers);
    return problems.isEmpty() && checkup.problem() != null && asked.equals(checkup.next())
        ? List.of(CheckWords.problem(asked, checkup.problem()))
        : problems;
  }

  private String show(
      Case current,
      Asked asked,
      int page,
      Map<String, Object> answers,
      List<FormAnswers.Problem> wrong,
      Model model) {
    Question question = forms.question(asked, answers, wrong);
    about(current, model);
    model.addAttribute("answering", true);
    model.addAttribute("q", question);
    model.addAttribute("number", page);
    model.addAttribute("unknown", forms.unknown(asked, answers));
    model.addAttribute("soFar", page > 1 ? current.base() + "/result" : null);
    model.addAttribute("back", page == 1 ? current.base() : current.base() + "/" + (page - 1));
    if (!wrong.isEmpty()) {
      model.addAttribute("wrong", true);
      model.addAttribute(
          "mends", List.of(new Mend("#" + question.id(), String.valueOf(question.error()))));
    }
    return "check/question";
  }

  private static String onwards(Case current, Checkup checkup) {
    return current.base()
        + "/"
        + (checkup.next() == null ? "result" : String.valueOf(checkup.answered().size() + 1));
  }

  private static void about(Case current, Model model) {
    model.addAttribute("event", current.event());
    model.addAttribute("topic", current.title());
    model.addAttribute("base", current.base());
  }

  private static String missing() {
    throw new NotFound();
  }

  private Case of(String event, HttpSession session) {
    ProcessModel process =
        catalogue.lifeEvents().stream()
            .filter(each -> each.key().equals(event) && each.startForm().isPresent())
            .findFirst()
            .orElseThrow(NotFound::new);
    List<String> asked = decisions.of(process);
    if (asked.isEmpty()) {
      throw new NotFound();
    }
    String title =
        catalogue
            .liveTexts(FolderKind.LIFE_EVENT, event)
            .find(event + ".title", words.locale())
            .orElse(process.label());
    return new Case(
        event, title, "/e/" + event + "/check", asked, decisions.taken(process), Notes.of(session));
  }
}
