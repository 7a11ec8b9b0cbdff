package org.lienthong.ui.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.ui.form.Notes;
import org.lienthong.ui.form.Posted;
import org.lienthong.ui.form.Question;
import org.lienthong.ui.form.Questions;
import org.lienthong.ui.page.NotFound;
import org.lienthong.ui.page.Words;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows the pages of a {@link Walk} and takes their answers. Thread-safe. */
@Component
class Walks {

  private final Questions questions;
  private final Words words;

  Walks(Questions questions, Words words) {
    this.questions = questions;
    this.words = words;
  }

  /** A link of the error summary. */
  record Mend(String href, String text) {}

  /** Shows a page of questions. */
  String page(Walk walk, int number, Model model) {
    List<List<Question>> pages = questions.pages(walk.sheet());
    if (number < 1 || number > pages.size()) {
      throw new NotFound();
    }
    List<Question> page = pages.get(number - 1);
    model.addAttribute("answering", true);
    model.addAttribute("walk", walk);
    model.addAttribute("number", number);
    model.addAttribute("count", pages.size());
    model.addAttribute("questions", page);
    model.addAttribute("asks", page.stream().anyMatch(Question::asks));
    model.addAttribute("corrects", page.stream().anyMatch(Question::corrects));
    model.addAttribute("alone", page.size() == 1 && page.get(0).asks());
    model.addAttribute("intro", intro(walk, number));
    model.addAttribute("back", number == 1 ? null : walk.base() + "/" + (number - 1));
    return "citizen/question";
  }

  private String intro(Walk walk, int number) {
    return number == 1
        ? walk.sheet().texts().find(walk.sheet().form().key() + ".intro", words.locale()).orElse("")
        : "";
  }

  /** Takes a page's answers: back to the page if something must be mended, else on. */
  String answer(
      Walk walk,
      int number,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Map<String, Object> posted = Posted.answers(request);
    Map<String, Object> answers = new LinkedHashMap<>(walk.sheet().answers());
    Set<String> asked = paths(questions.pages(walk.sheet()), number);
    answers.keySet().removeIf(asked::contains);
    answers.putAll(posted);
    List<FormAnswers.Problem> wrong =
        walk.check().apply(answers).stream()
            .filter(problem -> problem.code().equals("unknown") || on(asked, problem.field()))
            .toList();
    Notes notes = Notes.of(request.getSession());
    if (request.getParameter("lang") != null) {
      notes.keep(walk.key(), known(answers, wrong));
      return "redirect:" + walk.base() + "/" + number;
    }
    if (!wrong.isEmpty()) {
      return mend(walk.with(answers, wrong), number, response, model);
    }
    notes.keep(walk.key(), answers);
    int next = number + 1;
    int count = questions.pages(walk.with(answers, List.of()).sheet()).size();
    return "redirect:" + walk.base() + "/" + (next > count ? "check" : String.valueOf(next));
  }

  private static Map<String, Object> known(
      Map<String, Object> answers, List<FormAnswers.Problem> wrong) {
    Map<String, Object> kept = new LinkedHashMap<>(answers);
    wrong.stream()
        .filter(problem -> problem.code().equals("unknown"))
        .forEach(problem -> kept.remove(problem.field()));
    return kept;
  }

  private String mend(Walk walk, int number, HttpServletResponse response, Model model) {
    response.setStatus(422);
    model.addAttribute("wrong", true);
    model.addAttribute("mends", mends(walk, questions.pages(walk.sheet()), null));
    return page(walk, number, model);
  }

  /** The links of the summary; to other pages where the question stands there. */
  private List<Mend> mends(Walk walk, List<List<Question>> pages, @Nullable String base) {
    List<Mend> mends = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      String at = base == null ? "" : base + "/" + (i + 1);
      collect(pages.get(i), at, "", mends);
    }
    if (walk.sheet().problems().stream().anyMatch(p -> p.code().equals("unknown"))) {
      mends.add(new Mend("#main", words.say("form.error.unknown")));
    }
    return mends;
  }

  private static void collect(List<Question> questions, String at, String where, List<Mend> mends) {
    for (Question question : questions) {
      if (question.error() != null) {
        mends.add(new Mend(at + "#" + question.id(), where + question.error()));
      }
      collect(question.fields(), at, where, mends);
      question
          .rows()
          .forEach(
              row ->
                  collect(
                      row.fields(), at, row.legend() == null ? "" : row.legend() + " – ", mends));
    }
  }

  /** Shows all answers once more. */
  String check(Walk walk, Model model) {
    model.addAttribute("walk", walk);
    model.addAttribute("pages", questions.pages(walk.sheet()));
    return "citizen/check";
  }

  /** Shows all answers with what must be mended. */
  String checkAgain(
      Walk walk, List<FormAnswers.Problem> wrong, HttpServletResponse response, Model model) {
    Walk again = walk.with(walk.sheet().answers(), wrong);
    response.setStatus(422);
    model.addAttribute("wrong", true);
    model.addAttribute("mends", mends(again, questions.pages(again.sheet()), walk.base()));
    return check(again, model);
  }

  private static Set<String> paths(List<List<Question>> pages, int number) {
    if (number < 1 || number > pages.size()) {
      throw new NotFound();
    }
    Set<String> paths = new HashSet<>();
    for (Question question : flat(pages.get(number - 1))) {
      paths.add(question.path());
      if (question.type().equals("datetime")) {
        for (String part : List.of(".day", ".month", ".year")) {
          paths.add(question.path() + part);
        }
      }
    }
    return paths;
  }

  private static boolean on(Set<String> paths, String field) {
    return paths.contains(field);
  }

  private static List<Question> flat(List<Question> questions) {
    List<Question> all = new ArrayList<>();
    for (Question question : questions) {
      all.add(question);
      all.addAll(flat(question.fields()));
      question.rows().forEach(row -> all.addAll(flat(row.fields())));
    }
    return all;
  }
}
