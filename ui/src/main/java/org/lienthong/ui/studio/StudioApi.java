package org.lienthong.ui.studio;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Finding;
import org.lienthong.design.ApproveOutcome;
import org.lienthong.design.Draft;
import org.lienthong.design.Drafts;
import org.lienthong.design.SaveOutcome;
import org.lienthong.design.SubmitOutcome;
import org.lienthong.identity.Actor;
import org.lienthong.ui.page.NotFound;
import org.lienthong.ui.page.Words;
import org.lienthong.ui.studio.Shown.Findings;
import org.lienthong.ui.studio.Shown.Found;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the canvas reads and writes: files by revision, findings, and the way to publication. */
@RestController
@RequestMapping("/studio/api/{kind}/{key}")
class StudioApi {

  private final Drafts drafts;
  private final StudioView view;
  private final Words words;

  StudioApi(Drafts drafts, StudioView view, Words words) {
    this.drafts = drafts;
    this.view = view;
    this.words = words;
  }

  @GetMapping("/files/{*file}")
  ResponseEntity<byte[]> read(
      @PathVariable String kind, @PathVariable String key, @PathVariable String file) {
    Place place = Place.of(kind, key);
    String name = name(file);
    byte[] content = view.content(place, name);
    int revision = drafts.open(place.kind(), key).map(Draft::revision).orElse(0);
    return ResponseEntity.ok()
        .eTag(etag(revision))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(Uploads.type(name))
        .body(content);
  }

  @PutMapping("/files/{*file}")
  ResponseEntity<Object> save(
      @PathVariable String kind,
      @PathVariable String key,
      @PathVariable String file,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
      HttpServletRequest request,
      Actor designer)
      throws IOException {
    Place place = Place.of(kind, key);
    String name = name(file);
    if (match == null) {
      return problem(HttpStatus.PRECONDITION_REQUIRED, "revision-required", List.of());
    }
    int revision = revision(match);
    if (revision < 0) {
      return problem(HttpStatus.BAD_REQUEST, "revision-required", List.of());
    }
    byte[] content = Uploads.read(request, name);
    SaveOutcome outcome = drafts.save(place.kind(), key, name, content, revision, designer);
    if (outcome instanceof SaveOutcome.Saved saved) {
      return ResponseEntity.ok()
          .eTag(etag(saved.draft().revision()))
          .body(new Findings(view.findings(place, saved.findings())));
    } else if (outcome instanceof SaveOutcome.Unreadable unreadable) {
      return problem(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "unreadable",
          view.findings(place, unreadable.findings()));
    } else if (outcome instanceof SaveOutcome.Stale) {
      return problem(HttpStatus.PRECONDITION_FAILED, "stale", List.of());
    } else if (outcome instanceof SaveOutcome.Closed) {
      return problem(HttpStatus.CONFLICT, "closed", List.of());
    } else if (outcome instanceof SaveOutcome.TooLarge) {
      return problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", List.of());
    }
    throw new NotFound();
  }

  /** What is wrong with what was saved. */
  @PostMapping("/check")
  Findings check(@PathVariable String kind, @PathVariable String key) {
    Place place = Place.of(kind, key);
    view.folder(place);
    return new Findings(view.findings(place, drafts.check(place.kind(), key)));
  }

  /** What would be wrong if the file were saved like this. */
  @PostMapping("/check/{*file}")
  ResponseEntity<Object> check(
      @PathVariable String kind,
      @PathVariable String key,
      @PathVariable String file,
      HttpServletRequest request)
      throws IOException {
    Place place = Place.of(kind, key);
    String name = name(file);
    view.content(place, name);
    byte[] content = Uploads.read(request, name);
    List<Finding> findings = drafts.check(place.kind(), key, name, content);
    return ResponseEntity.ok(new Findings(view.findings(place, findings)));
  }

  @PostMapping("/submit")
  ResponseEntity<Object> submit(
      @PathVariable String kind,
      @PathVariable String key,
      @RequestBody(required = false) @Nullable Remark remark,
      Actor author) {
    Place place = Place.of(kind, key);
    String note = remark == null ? null : remark.note();
    SubmitOutcome outcome = drafts.submit(place.kind(), key, note, author);
    if (outcome instanceof SubmitOutcome.Submitted submitted) {
      return ResponseEntity.ok(new Findings(view.findings(place, submitted.findings())));
    } else if (outcome instanceof SubmitOutcome.Refused refused) {
      return problem(
          HttpStatus.UNPROCESSABLE_CONTENT, "errors", view.findings(place, refused.findings()));
    } else if (outcome instanceof SubmitOutcome.Closed) {
      return problem(HttpStatus.CONFLICT, "closed", List.of());
    }
    return problem(HttpStatus.CONFLICT, "nothing", List.of());
  }

  @PostMapping("/approve")
  ResponseEntity<Object> approve(
      @PathVariable String kind,
      @PathVariable String key,
      @RequestBody Approval approval,
      Actor approver) {
    Place place = Place.of(kind, key);
    String digest = approval.digest() == null ? "" : approval.digest();
    ApproveOutcome outcome = drafts.approve(place.kind(), key, digest, approver);
    if (outcome instanceof ApproveOutcome.Published published) {
      return ResponseEntity.ok(new Live(published.publication().sequence()));
    } else if (outcome instanceof ApproveOutcome.Refused refused) {
      return problem(
          HttpStatus.UNPROCESSABLE_CONTENT, "errors", view.findings(place, refused.findings()));
    }
    return problem(
        outcome instanceof ApproveOutcome.OwnWork ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT,
        code(outcome),
        List.of());
  }

  /** The message's name for an approval that did not happen. */
  static String code(ApproveOutcome outcome) {
    if (outcome instanceof ApproveOutcome.OwnWork) {
      return "own-work";
    } else if (outcome instanceof ApproveOutcome.Changed) {
      return "changed";
    } else if (outcome instanceof ApproveOutcome.Overtaken) {
      return "overtaken";
    } else if (outcome instanceof ApproveOutcome.Refused) {
      return "errors";
    }
    return "not-submitted";
  }

  @PostMapping("/send-back")
  ResponseEntity<Object> sendBack(
      @PathVariable String kind,
      @PathVariable String key,
      @RequestBody(required = false) @Nullable Remark remark,
      Actor reviewer) {
    Place place = Place.of(kind, key);
    String note = remark == null ? null : remark.note();
    return drafts.sendBack(place.kind(), key, note, reviewer).isPresent()
        ? ResponseEntity.noContent().build()
        : problem(HttpStatus.CONFLICT, "not-submitted", List.of());
  }

  @DeleteMapping
  ResponseEntity<Object> discard(
      @PathVariable String kind, @PathVariable String key, Actor designer) {
    Place place = Place.of(kind, key);
    if (!drafts.discard(place.kind(), key, designer)) {
      throw new NotFound();
    }
    return ResponseEntity.noContent().build();
  }

  private ResponseEntity<Object> problem(HttpStatus status, String code, List<Found> findings) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            new StudioProblem(
                URI.create("urn:lienthong:problem:studio-" + code),
                words.say("studio.problem." + code),
                status.value(),
                findings));
  }

  private static String etag(int revision) {
    return "\"" + revision + "\"";
  }

  /** The revision that an If-Match names; -1 if it names none. */
  private static int revision(String match) {
    String digits = match.strip().replace("\"", "");
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
  }

  private static String name(String file) {
    return file.startsWith("/") ? file.substring(1) : file;
  }

  /** What somebody says about what they do. */
  record Remark(@Nullable String note) {}

  /** The digest of what the approver saw. */
  record Approval(@Nullable String digest) {}

  /** The version that is live now. */
  record Live(int sequence) {}

  /** A problem with the findings that explain it (RFC 9457). */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record StudioProblem(URI type, String title, int status, List<Found> findings) {}
}
