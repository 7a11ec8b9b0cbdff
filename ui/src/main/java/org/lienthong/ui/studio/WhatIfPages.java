package org.lienthong.ui.studio;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Unpublishable;
import org.lienthong.design.Drafts;
import org.lienthong.identity.Actor;
import org.lienthong.whatif.Difference;
import org.lienthong.whatif.Question;
import org.lienthong.whatif.WhatIf;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Tries a change of law before it is published, from the draft or from a file, without a script.
 */
@Controller
class WhatIfPages {

  private static final String PAGE = "/studio/what-if";
  private static final String ANSWER = "whatIf";
  private static final String PARAMETERS = "parameters";

  private final WhatIf whatIf;
  private final Drafts drafts;
  private final StudioView view;
  private final WhatIfWords words;

  WhatIfPages(WhatIf whatIf, Drafts drafts, StudioView view, WhatIfWords words) {
    this.whatIf = whatIf;
    this.drafts = drafts;
    this.view = view;
    this.words = words;
  }

  /** One folder that can be changed, and whether somebody is changing it. */
  record Choice(String key, String title, boolean draft) {}

  /** One fact by which people can be grouped. */
  record Grouping(String fact, String name) {}

  @GetMapping(PAGE)
  String ask(
      @RequestParam(defaultValue = "") String folder,
      HttpSession session,
      Actor designer,
      Model model) {
    if (!model.containsAttribute("asked")) {
      model.addAttribute("asked", WhatIfAsked.about(folder));
    }
    model.addAttribute("choices", choices());
    model.addAttribute("sizes", WhatIfAsked.SIZES);
    model.addAttribute("groups", groups());
    model.addAttribute("mayReplay", whatIf.mayReplay(designer.ref()));
    if (session.getAttribute(ANSWER) instanceof WhatIfAnswer answer
        && answer.place().key().equals(folder)
        && !model.containsAttribute("wrong")) {
      model.addAttribute("answer", answer);
      model.addAttribute("answerTitle", view.title(answer.place()));
    }
    return "studio/what-if";
  }

  private List<Choice> choices() {
    return view.groups().stream()
        .flatMap(group -> group.lines().stream())
        .filter(line -> isLaw(line.place().kind()))
        .map(line -> new Choice(line.place().key(), line.title(), line.draft() != null))
        .sorted(Comparator.comparing(Choice::draft).reversed().thenComparing(Choice::title))
        .toList();
  }

  private static boolean isLaw(FolderKind kind) {
    return kind == FolderKind.DECISION || kind == FolderKind.PARAMETERS;
  }

  private List<Grouping> groups() {
    return whatIf.groups().stream()
        .map(fact -> new Grouping(fact, words.fact(fact)))
        .sorted(Comparator.comparing(Grouping::name))
        .toList();
  }

  @PostMapping(PAGE)
  String tryIt(
      @RequestParam(defaultValue = "") String folder,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String people,
      @RequestParam(defaultValue = "") String group,
      @RequestParam(defaultValue = "false") boolean recorded,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpSession session,
      Actor designer,
      RedirectAttributes next)
      throws IOException {
    WhatIfAsked asked = new WhatIfAsked(folder, day, people, group, recorded);
    if (recorded && !whatIf.mayReplay(designer.ref())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    next.addFlashAttribute("asked", asked);
    next.addAttribute("folder", asked.folder());
    Place place =
        new Place(
            asked.folder().equals(PARAMETERS) ? FolderKind.PARAMETERS : FolderKind.DECISION,
            asked.folder());
    MultipartFile sent = file == null || file.isEmpty() ? null : file;
    String wrong = wrong(asked, place, sent, next);
    if (wrong == null) {
      wrong = answer(asked, place, sent, session, designer, next);
    }
    if (wrong != null) {
      session.removeAttribute(ANSWER);
      next.addFlashAttribute("wrong", true);
      next.addFlashAttribute("mistake", wrong);
    }
    return "redirect:" + PAGE + (wrong == null ? "#answer" : "");
  }

  private @Nullable String wrong(
      WhatIfAsked asked, Place place, @Nullable MultipartFile sent, RedirectAttributes next) {
    Folder live = drafts.files(place.kind(), place.key()).orElse(null);
    if (live == null) {
      return "folder";
    }
    if (sent == null) {
      return drafts.open(place.kind(), place.key()).isEmpty()
          ? "no-draft"
          : asked.wrong(whatIf.groups());
    }
    if (sent.getSize() > Uploads.MAX_BYTES) {
      return "too-large";
    }
    if (!live.files().containsKey(name(sent))) {
      next.addFlashAttribute("names", String.join(", ", live.files().keySet()));
      return "file-name";
    }
    return asked.wrong(whatIf.groups());
  }

  /** The file's own name; some browsers send the whole path. */
  private static String name(MultipartFile sent) {
    String name = Optional.ofNullable(sent.getOriginalFilename()).orElse("");
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  private @Nullable String answer(
      WhatIfAsked asked,
      Place place,
      @Nullable MultipartFile sent,
      HttpSession session,
      Actor designer,
      RedirectAttributes next)
      throws IOException {
    Folder changed = changed(place, sent);
    Question question =
        new Question(
            List.of(changed),
            Integer.parseInt(asked.people()),
            asked.asked(),
            asked.group().isEmpty() ? null : asked.group(),
            asked.recorded() ? designer.ref() : null);
    try {
      Optional<Difference> difference = whatIf.ask(question);
      difference.ifPresent(
          found ->
              session.setAttribute(
                  ANSWER,
                  new WhatIfAnswer(
                      place, sent == null ? null : name(sent), found, view.texts(changed))));
      return difference.isPresent() ? null : "busy";
    } catch (Unpublishable e) {
      next.addFlashAttribute("findings", view.findings(place, e.findings()));
      return "unpublishable";
    } catch (IllegalArgumentException e) {
      return "not-compiled"; // what the linter lets pass and no table is
    }
  }

  /** The draft, or the live folder with the one file in the place of its own. */
  private Folder changed(Place place, @Nullable MultipartFile sent) throws IOException {
    if (sent == null) {
      return view.folder(place);
    }
    Map<String, byte[]> files = new TreeMap<>(view.live(place).files());
    files.put(name(sent), sent.getBytes());
    return new Folder(place.kind(), place.key(), files);
  }
}
