package org.lienthong.ui.sweep;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.identity.Actor;
import org.lienthong.sweep.NonTakeUp;
import org.lienthong.sweep.Sweep;
import org.lienthong.sweep.Sweeps;
import org.lienthong.sweep.TakeUp;
import org.lienthong.ui.page.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sweeps for supervisors and designers: start, watch, stop, read. */
@Controller
class SweepPages {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final String REFRESH = "3";

  private final Sweeps sweeps;
  private final Clock clock;

  SweepPages(Sweeps sweeps, Clock clock) {
    this.sweeps = sweeps;
    this.clock = clock;
  }

  @GetMapping("/sweeps")
  String list(Model model) {
    model.addAttribute("sweeps", sweeps.newest());
    if (!model.containsAttribute("day")) {
      model.addAttribute("day", LocalDate.now(clock).toString());
    }
    return "sweep/list";
  }

  @PostMapping("/sweeps")
  String start(@RequestParam(defaultValue = "") String day, Actor actor, RedirectAttributes after) {
    LocalDate asked = day(day);
    if (asked == null) {
      after.addFlashAttribute("wrong", true);
      after.addFlashAttribute("day", day);
      return "redirect:/sweeps";
    }
    return "redirect:/sweeps/" + sweeps.overPopulation(asked, List.of(), actor.ref()).id();
  }

  private static @Nullable LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? null : day;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** While it runs, the page asks again by itself, without a script. */
  @GetMapping("/sweeps/{id}")
  String one(@PathVariable String id, Model model, HttpServletResponse response) {
    Sweep sweep = sweeps.find(id).orElseThrow(NotFound::new);
    if (sweep.state() == Sweep.State.RUNNING) {
      response.setHeader("Refresh", REFRESH);
    }
    model.addAttribute("sweep", sweep);
    model.addAttribute("figures", Totals.byDecision(sweeps.figures(id)));
    model.addAttribute("bad", sweeps.problems(id));
    return "sweep/one";
  }

  @PostMapping("/sweeps/{id}/{action}")
  String move(@PathVariable String id, @PathVariable String action, RedirectAttributes after) {
    if (sweeps.find(id).isEmpty()) {
      throw new NotFound();
    }
    boolean moved =
        switch (action) {
          case "pause" -> sweeps.pause(id);
          case "resume" -> sweeps.resume(id);
          case "cancel" -> sweeps.cancel(id);
          default -> throw new NotFound();
        };
    if (!moved) {
      after.addFlashAttribute("late", true);
    }
    return "redirect:/sweeps/" + id;
  }

  @GetMapping("/non-take-up")
  String nonTakeUp(@RequestParam(required = false) @Nullable String decision, Model model) {
    NonTakeUp found = sweeps.nonTakeUp().orElse(null);
    List<TakeUp> totals = found == null ? List.of() : found.totals();
    boolean one = totals.stream().anyMatch(told -> told.decision().equals(decision));
    List<TakeUp> lines = new ArrayList<>(totals);
    if (found != null && one) {
      lines.removeIf(told -> !told.decision().equals(decision));
      model.addAttribute("total", lines.remove(0));
      found.figures().stream().filter(told -> told.decision().equals(decision)).forEach(lines::add);
    }
    model.addAttribute("found", found);
    model.addAttribute("decision", one ? decision : null);
    model.addAttribute("figures", lines);
    return "sweep/non-take-up";
  }
}
