package org.lienthong.ui.studio;

import java.nio.charset.StandardCharsets;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.design.Draft;
import org.lienthong.design.Drafts;
import org.lienthong.identity.Actor;
import org.lienthong.ui.page.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The studio's pages: the list, the canvas, the plain editor and the review. */
@Controller
class StudioPages {

  private final Drafts drafts;
  private final StudioView view;

  StudioPages(Drafts drafts, StudioView view) {
    this.drafts = drafts;
    this.view = view;
  }

  @GetMapping("/studio")
  String folders(Model model) {
    model.addAttribute("groups", view.groups());
    return "studio/folders";
  }

  @GetMapping("/studio/j/{kind}/{key}")
  String process(@PathVariable String kind, @PathVariable String key, Actor designer, Model model) {
    return canvas(Place.of(kind, key), key + ".bpmn", "studio/bpmn.ts", designer, model);
  }

  @GetMapping("/studio/dmn/{key}/{file}")
  String decision(
      @PathVariable String key, @PathVariable String file, Actor designer, Model model) {
    if (!file.endsWith(".dmn")) {
      throw new NotFound();
    }
    return canvas(new Place(FolderKind.DECISION, key), file, "studio/dmn.ts", designer, model);
  }

  private String canvas(Place place, String file, String entry, Actor designer, Model model) {
    byte[] content = view.content(place, file);
    frame(place, file, designer, model);
    model.addAttribute("entry", entry);
    model.addAttribute("mediaType", Place.mediaType(file).orElseThrow(NotFound::new));
    model.addAttribute("outline", view.outline(file, content));
    return "studio/canvas";
  }

  @GetMapping("/studio/file/{kind}/{key}/{*file}")
  String file(
      @PathVariable String kind,
      @PathVariable String key,
      @PathVariable String file,
      Actor designer,
      Model model) {
    Place place = Place.of(kind, key);
    String name = file.substring(1);
    byte[] content = view.content(place, name);
    frame(place, name, designer, model);
    if (!model.containsAttribute("fileText")) {
      model.addAttribute("fileText", new String(content, StandardCharsets.UTF_8));
    }
    model.addAttribute("findings", view.findings(place, drafts.check(place.kind(), key)));
    return "studio/file";
  }

  /** What every page about one file says. */
  private void frame(Place place, String file, Actor designer, Model model) {
    Draft draft = drafts.open(place.kind(), place.key()).orElse(null);
    boolean readonly =
        draft != null && (draft.submitted() || !draft.author().equals(designer.ref()));
    model.addAttribute("place", place);
    model.addAttribute("folderTitle", view.title(place));
    model.addAttribute("file", file);
    model.addAttribute("tabs", view.tabs(place, file));
    model.addAttribute("draft", draft);
    model.addAttribute("revision", draft == null ? 0 : draft.revision());
    model.addAttribute("draftAuthor", draft == null ? "" : view.name(draft.author()));
    model.addAttribute("readonly", readonly);
  }

  @GetMapping("/studio/review/{kind}/{key}")
  String review(@PathVariable String kind, @PathVariable String key, Actor designer, Model model) {
    Place place = Place.of(kind, key);
    view.folder(place);
    model.addAttribute("place", place);
    model.addAttribute("folderTitle", view.title(place));
    model.addAttribute("entry", view.entry(place));
    model.addAttribute("view", view);
    drafts
        .review(place.kind(), key)
        .ifPresent(
            review -> {
              Draft draft = review.draft();
              model.addAttribute("review", review);
              model.addAttribute("draft", draft);
              model.addAttribute("draftAuthor", view.name(draft.author()));
              model.addAttribute("own", draft.author().equals(designer.ref()));
              model.addAttribute("history", drafts.history(draft));
              model.addAttribute("findings", view.findings(place, drafts.check(place.kind(), key)));
            });
    return "studio/review";
  }
}
