package org.lienthong.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.sweep.Count;
import org.lienthong.sweep.NonTakeUp;
import org.lienthong.sweep.Sweeps;
import org.lienthong.sweep.TakeUp;
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
   * @param province the code of the place; empty where it is not known, and in a sum
   * @param entitled null where it is withheld, like the other numbers
   * @param percent how many of a hundred entitled people receive nothing
   * @param few the numbers of which it is told that they are some, but fewer than the fewest told
   */
  record Line(
      String decision,
      String province,
      @Nullable Long entitled,
      @Nullable Long receiving,
      @Nullable Long notTakenUp,
      @Nullable Double percent,
      List<String> few) {

    static Line of(TakeUp told) {
      Map<String, Count> counts = new LinkedHashMap<>();
      counts.put("entitled", told.entitled());
      counts.put("receiving", told.receiving());
      counts.put("notTakenUp", told.notTakenUp());
      return new Line(
          told.decision(),
          told.province(),
          told.entitled().people(),
          told.receiving().people(),
          told.notTakenUp().people(),
          told.percentNotTakenUp(),
          counts.entrySet().stream()
              .filter(count -> count.getValue().few())
              .map(Map.Entry::getKey)
              .toList());
    }
  }

  /**
   * By which sweep, and what it says.
   *
   * @param day the day it asked about
   * @param people over how many people it went
   * @param fewest the smallest number of people that is told; 0 is told, too
   * @param figures per decision and place
   * @param totals per decision over all places
   */
  record Answer(
      String sweep,
      LocalDate day,
      long people,
      int fewest,
      List<Line> figures,
      List<Line> totals) {}

  @Operation(
      summary = "Per decision and place: who is entitled, who receives it, who does not",
      description =
          "By the last sweep that went over all rules; 404 if there was none yet. Numbers of few"
              + " people are withheld (null), and others from which they could be computed.")
  @GetMapping
  Answer figures(
      @RequestParam(required = false) @Nullable String decision,
      @RequestParam(required = false) @Nullable String province) {
    NonTakeUp all = sweeps.nonTakeUp().orElseThrow(NotFound::new);
    List<Line> wanted =
        all.figures().stream()
            .filter(told -> decision == null || decision.equals(told.decision()))
            .filter(told -> province == null || province.equals(told.province()))
            .map(Line::of)
            .toList();
    List<Line> totals =
        all.totals().stream()
            .filter(told -> decision == null || decision.equals(told.decision()))
            .map(Line::of)
            .toList();
    return new Answer(
        "/api/sweeps/" + all.sweepId(), all.day(), all.people(), all.fewest(), wanted, totals);
  }
}
