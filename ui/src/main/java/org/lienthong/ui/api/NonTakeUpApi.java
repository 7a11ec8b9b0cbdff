package org.lienthong.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

  @Operation(
      summary = "Per decision and place: who is entitled, who receives it, who does not",
      description = "By the last sweep that went over all rules; 404 if there was none yet.")
  @GetMapping
  NonTakeUp figures(
      @RequestParam(required = false) @Nullable String decision,
      @RequestParam(required = false) @Nullable String province) {
    NonTakeUp all = sweeps.nonTakeUp().orElseThrow(NotFound::new);
    List<Figure> wanted =
        all.figures().stream()
            .filter(f -> decision == null || decision.equals(f.decision()))
            .filter(f -> province == null || province.equals(f.province()))
            .toList();
    return new NonTakeUp(all.sweepId(), all.day(), all.people(), wanted);
  }
}
