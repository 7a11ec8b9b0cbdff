package org.lienthong.ui.sweep;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.identity.Actor;
import org.lienthong.sweep.BadFile;
import org.lienthong.sweep.FileTooLarge;
import org.lienthong.sweep.NonTakeUp;
import org.lienthong.sweep.Sweep;
import org.lienthong.sweep.Sweeps;
import org.lienthong.sweep.TakeUp;
import org.lienthong.ui.page.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sweeps for supervisors and designers: start, watch, stop, read. */
@Controller
class SweepPages {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final String REFRESH = "3";

  /** A page takes no more; programs send larger files. */
  private static final long MOST = 3L << 20;

  private static final WrongFile TOO_LARGE = new WrongFile("3", "too-large");

  private final Sweeps sweeps;
  private final Clock clock;

  SweepPages(Sweeps sweeps, Clock clock) {
    this.sweeps = sweeps;
    this.clock = clock;
  }

  @GetMapping("/sweeps")
  String list(Model model) {
    model.addAttribute("sweeps", sweeps.newest());
    for (String day : List.of("day", "fileDay")) {
      if (!model.containsAttribute(day)) {
        model.addAttribute(day, LocalDate.now(clock).toString());
      }
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

  /** The form with the file: what must be mended is said on the page itself. */
  @PostMapping(path = "/sweeps", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  String startFile(
      @RequestParam(defaultValue = "") String day,
      @RequestParam MultipartFile file,
      Actor actor,
      Model model,
      HttpServletResponse response)
      throws IOException {
    LocalDate asked = day(day);
    model.addAttribute("fileDay", day);
    if (asked == null) {
      model.addAttribute("wrongFileDay", true);
      return again(model, response, HttpStatus.UNPROCESSABLE_CONTENT, List.of());
    }
    if (file.getSize() > MOST) {
      return again(model, response, HttpStatus.CONTENT_TOO_LARGE, List.of(TOO_LARGE));
    }
    try (InputStream csv = file.getInputStream()) {
      return "redirect:/sweeps/" + sweeps.overFile(csv, asked, List.of(), actor.ref()).id();
    } catch (BadFile e) {
      return again(model, response, HttpStatus.UNPROCESSABLE_CONTENT, WrongFile.of(e));
    } catch (FileTooLarge e) {
      return again(model, response, HttpStatus.CONTENT_TOO_LARGE, List.of(TOO_LARGE));
    }
  }

  private String again(
      Model model, HttpServletResponse response, HttpStatus status, List<WrongFile> mistakes) {
    response.setStatus(status.value());
    model.addAttribute("mistakes", mistakes);
    return list(model);
  }

  /**
   * What is wrong with a file.
   *
   * @param place the column, or the line
   */
  record WrongFile(String place, String code) {

    static List<WrongFile> of(BadFile file) {
      return file.columns().isEmpty()
          ? List.of(new WrongFile(Long.toString(file.line()), "not-utf8"))
          : new TreeMap<>(file.columns())
              .entrySet().stream()
                  .map(each -> new WrongFile(each.getKey(), each.getValue()))
                  .toList();
    }
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
