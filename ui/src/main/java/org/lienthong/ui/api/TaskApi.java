package org.lienthong.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.identity.Actor;
import org.lienthong.ui.page.Conflict;
import org.lienthong.ui.page.Invalid;
import org.lienthong.ui.page.NotFound;
import org.lienthong.ui.page.Problem;
import org.lienthong.worklist.Completion;
import org.lienthong.worklist.WorkItem;
import org.lienthong.worklist.Worklist;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a person, for programs. */
@RestController
@RequestMapping(path = "/api/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "tasks", description = "What waits for a person")
class TaskApi {

  private final Worklist worklist;
  private final Catalogue catalogue;

  TaskApi(Worklist worklist, Catalogue catalogue) {
    this.worklist = worklist;
    this.catalogue = catalogue;
  }

  /**
   * A piece of human work.
   *
   * @param self where it is completed, after {@code /complete}
   * @param form the form whose fields are its facts
   * @param unit the unit in whose queue it lies; none where it waits for this very person
   * @param claimed whether an official has taken it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TaskAnswer(
      String id,
      String self,
      String journey,
      String reference,
      String lifeEvent,
      String element,
      @Nullable Bilingual title,
      @Nullable String form,
      @Nullable String unit,
      boolean claimed,
      Instant createdAt,
      @Nullable Instant dueAt) {}

  /**
   * What a person says.
   *
   * @param facts the answers to the task's form
   */
  record Complete(Map<String, Object> facts) {}

  /**
   * A task that was done.
   *
   * @param journey where its journey can be read
   */
  record Done(String id, String journey) {}

  /** Where a task is. */
  static String path(String taskId) {
    return "/api/tasks/" + taskId;
  }

  @Operation(summary = "What waits for oneself, then what waits in one's unit (the first 50)")
  @GetMapping
  List<TaskAnswer> waiting(Actor actor) {
    return Stream.concat(worklist.todos(actor).stream(), worklist.queue(actor, null).stream())
        .map(this::answer)
        .toList();
  }

  @Operation(
      summary = "Complete a task",
      description = "409 if somebody else was faster or the task is no longer wanted.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Complete.class))))
  @PostMapping(path = "/{id}/complete", consumes = MediaType.APPLICATION_JSON_VALUE)
  Done complete(@PathVariable String id, Body body, Actor actor) {
    WorkItem item = worklist.find(id, actor).orElseThrow(NotFound::new);
    Map<String, Object> facts = body.only("facts").context("facts");
    Completion completion = worklist.complete(id, actor, facts);
    if (completion instanceof Completion.Rejected rejected) {
      throw invalid(rejected.problems());
    }
    if (completion instanceof Completion.Gone) {
      throw new Conflict("conflict");
    }
    return new Done(id, JourneyAnswers.path(item.journeyId()));
  }

  /** What must be mended, under the places where it was sent. */
  static Invalid invalid(List<FormAnswers.Problem> problems) {
    return new Invalid(
        problems.stream()
            .map(each -> new Problem.Place(Pointers.field("/facts", each.field()), each.code()))
            .toList());
  }

  private TaskAnswer answer(WorkItem item) {
    return new TaskAnswer(
        item.id(),
        path(item.id()),
        JourneyAnswers.path(item.journeyId()),
        item.reference(),
        item.lifeEvent(),
        item.elementId(),
        Bilingual.of(catalogue.texts(item.deploymentId()), item.elementId() + ".title"),
        item.form(),
        item.unit(),
        item.claimedBy() != null,
        item.createdAt(),
        item.dueAt());
  }
}
