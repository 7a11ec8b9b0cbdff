package org.lienthong.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.sweep.Figure;
import org.lienthong.sweep.NonTakeUp;
import org.lienthong.sweep.Sweeps;
import org.lienthong.ui.page.NotFound;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many of the entitled receive nothing. */
@RestController
@RequestMapping(path = "/api/non-take-up", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "sweeps", description = "Everybody who is entitled, over a whole population")
class NonTakeUpApi {

  private final Sweeps sweeps;

  NonTakeUpApi(Sweeps sweeps) {
    this.sweeps = sweeps;
  }

  /**
   * How many people of a place are entitled, and how many of them receive it.
   *
   * @param province the code of the place; empty where it is not known
   * @param percent how many of a hundred entitled people receive nothing
   */
  record Line(
      String decision,
      String province,
      long entitled,
      long receiving,
      long notTakenUp,
      double percent) {

    static Line of(Figure f) {
      return new Line(
          f.decision(),
          f.province(),
          f.entitled(),
          f.receiving(),
          f.notTakenUp(),
          f.percentNotTakenUp());
    }
  }

  /**
   * By which sweep, and what it says.
   *
   * @param day the day it asked about
   * @param people over how many people it went
   */
  record Answer(String sweep, LocalDate day, long people, List<Line> figures) {}

  @Operation(
      summary = "Per decision and place: who is entitled, who receives it, who does not",
      description = "By the last sweep that went over all rules; 404 if there was none yet.")
  @GetMapping
  Answer figures(
      @RequestParam(required = false) @Nullable String decision,
      @RequestParam(required = false) @Nullable String province) {
    NonTakeUp all = sweeps.nonTakeUp().orElseThrow(NotFound::new);
    List<Line> wanted =
        all.figures().stream()
            .filter(f -> decision == null || decision.equals(f.decision()))
            .filter(f -> province == null || province.equals(f.province()))
            .map(Line::of)
            .toList();
    return new Answer("/api/sweeps/" + all.sweepId(), all.day(), all.people(), wanted);
  }
}
