package org.lienthong.ui.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Finding;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Publication;
import org.lienthong.catalogue.Texts;
import org.lienthong.design.Draft;
import org.lienthong.design.Drafts;
import org.lienthong.design.ModelElement;
import org.lienthong.design.Outline;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.lienthong.ui.page.NotFound;
import org.lienthong.ui.page.Words;
import org.lienthong.ui.studio.Shown.Found;
import org.lienthong.ui.studio.Shown.Group;
import org.lienthong.ui.studio.Shown.Line;
import org.lienthong.ui.studio.Shown.Next;
import org.lienthong.ui.studio.Shown.OutlineLine;
import org.lienthong.ui.studio.Shown.Tab;
import org.springframework.stereotype.Component;

/** Gathers what the studio's pages show, in the reader's language. Thread-safe. */
@Component
class StudioView {

  /** What the outline leaves out: it is said with the element that it belongs to. */
  private static final Set<String> NOT_LISTED =
      Set.of("sequenceFlow", "definitions", "inputClause", "outputClause", "decisionTable");

  /** A folder of many tables is called after the first. */
  private static final int TITLES = 2;

  private final Catalogue catalogue;
  private final Drafts drafts;
  private final People people;
  private final Words words;

  StudioView(Catalogue catalogue, Drafts drafts, People people, Words words) {
    this.catalogue = catalogue;
    this.drafts = drafts;
    this.people = people;
    this.words = words;
  }

  /** All folders, by kind, each sorted by its title. */
  List<Group> groups() {
    Map<Place, Publication> live = new LinkedHashMap<>();
    for (Publication publication : catalogue.publications()) {
      live.put(new Place(publication.kind(), publication.folder()), publication);
    }
    Map<Place, Draft> open = new LinkedHashMap<>();
    for (Draft draft : drafts.all()) {
      open.put(new Place(draft.kind(), draft.folder()), draft);
    }
    var groups = new ArrayList<Group>();
    for (FolderKind kind : FolderKind.values()) {
      var places = new TreeSet<Place>(Comparator.comparing(Place::key));
      live.keySet().stream().filter(place -> place.kind() == kind).forEach(places::add);
      open.keySet().stream().filter(place -> place.kind() == kind).forEach(places::add);
      if (!places.isEmpty()) {
        groups.add(
            new Group(
                Place.segment(kind),
                places.stream()
                    .map(place -> line(place, live.get(place), open.get(place)))
                    .toList()));
      }
    }
    return groups;
  }

  private Line line(Place place, @Nullable Publication live, @Nullable Draft draft) {
    return new Line(
        place,
        title(place),
        draft != null && draft.submitted() ? place.review() : entry(place),
        live,
        live == null ? "" : name(live.author()),
        live == null ? "" : name(live.approvedBy()),
        draft,
        draft == null ? "" : name(draft.author()));
  }

  /** Where a folder opens: its model if it has one, else its first file. */
  String entry(Place place) {
    return drafts
        .files(place.kind(), place.key())
        .map(Folder::files)
        .map(Map::keySet)
        .flatMap(
            files ->
                files.stream()
                    .min(
                        Comparator.comparingInt(StudioView::rank)
                            .thenComparing(Comparator.naturalOrder())))
        .map(place::page)
        .orElse("/studio");
  }

  private static int rank(String file) {
    return file.endsWith(".bpmn") || file.endsWith(".dmn") ? 0 : file.startsWith("agency") ? 1 : 2;
  }

  /** A folder's title as citizens read it, or its key where nobody wrote one. */
  String title(Place place) {
    if (place.kind() == FolderKind.PARAMETERS) {
      return words.say("studio.kind.parameters");
    }
    // the tables of a service are called as the service is
    Texts texts =
        place.kind() == FolderKind.DECISION
            ? texts(new Place(FolderKind.SERVICE, place.key()))
            : texts(place);
    return texts
        .find(place.key() + ".title", words.locale())
        .or(() -> texts.find("name", words.locale()))
        .or(() -> texts.find("title", words.locale()))
        .or(() -> tables(place))
        .orElse(place.key());
  }

  /** What the tables decide, where no service of that name has a title. */
  private Optional<String> tables(Place place) {
    Texts texts = texts(place);
    String titles =
        catalogue.folder(place.kind(), place.key()).stream()
            .flatMap(folder -> folder.files().keySet().stream())
            .filter(file -> file.endsWith(".dmn"))
            .flatMap(file -> texts.find(file.replace(".dmn", ".title"), words.locale()).stream())
            .distinct()
            .limit(TITLES)
            .collect(Collectors.joining("; "));
    return Optional.of(titles).filter(text -> !text.isEmpty());
  }

  private Texts texts(Place place) {
    return catalogue.liveTexts(place.kind(), place.key());
  }

  /** Who a reference stands for. */
  public String name(String ref) {
    return people
        .find(ref)
        .map(Actor::displayName)
        .orElseGet(() -> words.sayOr("studio.person." + ref, ref));
  }

  /** The folder's files as its draft has them; a folder that is not there is not found. */
  Folder folder(Place place) {
    return drafts.files(place.kind(), place.key()).orElseThrow(NotFound::new);
  }

  /** The folder as it is live; a folder that never was is not found. */
  Folder live(Place place) {
    return catalogue.folder(place.kind(), place.key()).orElseThrow(NotFound::new);
  }

  /** The words of a folder that need not be live. */
  Texts texts(Folder folder) {
    return Texts.of(folder);
  }

  byte[] content(Place place, String file) {
    return Optional.ofNullable(folder(place).files().get(file)).orElseThrow(NotFound::new);
  }

  List<Tab> tabs(Place place, String current) {
    return folder(place).files().keySet().stream()
        .sorted(Comparator.comparingInt(StudioView::rank).thenComparing(Comparator.naturalOrder()))
        .map(file -> new Tab(file, place.page(file), file.equals(current)))
        .toList();
  }

  /** The model as a list: every element with its name and where one goes from it. */
  List<OutlineLine> outline(String file, byte[] content) {
    List<ModelElement> elements = Outline.of(file, content);
    Map<String, String> names = new LinkedHashMap<>();
    elements.forEach(element -> names.put(element.id(), name(element)));
    return elements.stream()
        .filter(element -> !NOT_LISTED.contains(element.type()))
        .map(
            element ->
                new OutlineLine(
                    element.id(),
                    type(element.type()),
                    element.name(),
                    element.depth(),
                    next(element, elements, names)))
        .toList();
  }

  private static List<Next> next(
      ModelElement from, List<ModelElement> elements, Map<String, String> names) {
    return elements.stream()
        .filter(flow -> flow.type().equals("sequenceFlow"))
        .filter(flow -> from.id().equals(flow.details().get("sourceRef")))
        .map(
            flow -> {
              String target = flow.details().getOrDefault("targetRef", "");
              return new Next(
                  target,
                  names.getOrDefault(target, target),
                  flow.details().getOrDefault("conditionExpression", flow.name()));
            })
        .toList();
  }

  private static String name(ModelElement element) {
    return element.name().isBlank() ? element.id() : element.name();
  }

  /** A notation's word in the reader's language. */
  public String type(String type) {
    return words.sayOr("studio.type." + type, type);
  }

  /** What was found, errors first. */
  List<Found> findings(Place place, List<Finding> findings) {
    return findings.stream()
        .sorted(Comparator.comparing(Finding::severity))
        .map(
            finding -> {
              String title = words.sayOr("studio.rule." + finding.rule(), "");
              return new Found(
                  finding.severity(),
                  finding.rule(),
                  title.isEmpty() ? null : title,
                  finding.file(),
                  finding.element(),
                  finding.message(words.locale()),
                  finding.language(words.locale()).getLanguage(),
                  place.page(finding.file()));
            })
        .toList();
  }
}
