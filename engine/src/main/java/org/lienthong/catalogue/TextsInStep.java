package org.lienthong.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lienthong.catalogue.Element.Kind;

/** Whatever people read is there in both languages, and nothing is left that nobody reads. */
final class TextsInStep implements Check {

  static final List<String> LANGUAGES = List.of("vi", "en");
  private static final Set<Kind> REACHED = Set.of(Kind.MILESTONE, Kind.ERROR_END);

  @Override
  public void check(Content content, Contents all, Findings findings) {
    if (content.kind() == FolderKind.PARAMETERS) {
      return;
    }
    Map<String, String> needed = needed(content);
    for (String language : LANGUAGES) {
      String file = "texts." + language + ".yaml";
      Map<String, String> texts = content.texts().byLanguage().get(language);
      if (texts == null) {
        findings.error(
            "texts-missing",
            file,
            null,
            "The file " + file + " is missing. Write it: people read it.");
        continue;
      }
      needed.forEach((key, why) -> present(file, key, why, texts, findings));
      inStep(file, language, content.texts(), findings);
      orphans(file, content, texts.keySet(), findings);
    }
  }

  private static void present(
      String file, String key, String why, Map<String, String> texts, Findings findings) {
    if (texts.getOrDefault(key, "").isBlank()) {
      findings.error("text-missing", file, key, "The text " + key + " is missing: " + why + ".");
    }
  }

  private static void inStep(String file, String language, Texts texts, Findings findings) {
    Set<String> own = texts.byLanguage().getOrDefault(language, Map.of()).keySet();
    Set<String> missing = new TreeSet<>();
    texts.byLanguage().values().forEach(other -> missing.addAll(other.keySet()));
    missing.removeAll(own);
    for (String key : missing) {
      findings.error(
          "texts-in-step",
          file,
          key,
          "The text " + key + " is there in another language but not in this one. Translate it.");
    }
  }

  private static Map<String, String> needed(Content content) {
    Map<String, String> needed = new LinkedHashMap<>();
    if (content.process() != null) {
      ProcessModel model = content.process().model();
      needed.put(model.key() + ".title", "people know the process by it");
      needed.put(model.key() + ".summary", "it says in one sentence what one gets");
      model.elements().forEach(e -> element(model, e, needed));
    }
    content.forms().values().forEach(f -> form(f, needed));
    content.decisions().values().forEach(d -> needed.put(d.key() + ".title", "people read it"));
    if (content.agency() != null) {
      needed.put("name", "people read whom they deal with");
      for (Operation operation : content.agency().operations().values()) {
        operation
            .problems()
            .forEach(p -> needed.put("problems." + p, "it tells why the agency refused"));
      }
    }
    return needed;
  }

  private static void element(ProcessModel model, Element element, Map<String, String> needed) {
    boolean lastWord = element.kind() == Kind.END && model.kind() == FolderKind.LIFE_EVENT;
    if (element.kind() == Kind.USER_TASK) {
      needed.put(element.id() + ".title", "the journey map shows the task");
      needed.put(element.id() + ".why", "whoever waits for the task asks why");
      needed.put(element.id() + ".then", "whoever waits for the task asks what comes next");
    } else if (lastWord || REACHED.contains(element.kind())) {
      needed.put(element.id() + ".title", "the citizen reads that it was reached");
    }
  }

  private static void form(Form form, Map<String, String> needed) {
    needed.put(form.key() + ".title", "it is the page's heading");
    fields(form.key() + ".", form.fields(), needed);
  }

  private static void fields(String prefix, List<Field> fields, Map<String, String> needed) {
    for (Field field : fields) {
      if (field.type().equals("group")) {
        fields(prefix, field.fields(), needed);
        continue;
      }
      String key = prefix + field.key();
      needed.put(
          key + (field.type().equals("text") ? ".text" : ".label"), "the form shows the field");
      field
          .options()
          .forEach(code -> needed.put(key + ".options." + code + ".label", "it can be chosen"));
      fields(key + ".", field.fields(), needed);
    }
  }

  /** A text that belongs to nothing was forgotten when something was renamed. */
  private static void orphans(String file, Content content, Set<String> keys, Findings findings) {
    for (String key : keys) {
      if (!belongs(content, key)) {
        findings.error(
            "text-orphan",
            file,
            key,
            "The text " + key + " belongs to nothing in this folder. Rename its key or delete it.");
      }
    }
  }

  private static boolean belongs(Content content, String key) {
    String first = key.substring(0, key.indexOf('.') < 0 ? key.length() : key.indexOf('.'));
    String rest = key.length() > first.length() ? key.substring(first.length() + 1) : "";
    if (first.equals("legalBasis")) {
      return content.agency() == null;
    }
    if (content.agency() != null) {
      return agencyKey(content.agency(), first, rest);
    }
    DecisionTable table = content.decisions().get(first);
    if (table != null) {
      return rest.equals("title")
          || rest.startsWith("reasons.")
          || table.rules().stream().anyMatch(r -> r.id().equals(rest))
          || Set.of("summary", "question").contains(rest);
    }
    Form form = content.forms().get(first);
    if (form != null) {
      return Set.of("title", "intro", "submit").contains(rest) || field(form.fields(), rest);
    }
    return first.equals(content.key())
        || content.process() != null && content.process().model().element(first).isPresent();
  }

  private static boolean agencyKey(AgencyFile agency, String first, String rest) {
    return switch (first) {
      case "facts" ->
          agency.operations().values().stream()
              .anyMatch(
                  o ->
                      o.replyProperties().containsKey(head(rest))
                          || o.requestProperties().containsKey(head(rest)));
      case "problems" ->
          agency.operations().values().stream().anyMatch(o -> o.problems().contains(rest));
      default -> rest.isEmpty() || first.equals("operations");
    };
  }

  private static String head(String path) {
    return path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
  }

  private static boolean field(List<Field> fields, String path) {
    for (Field field : fields) {
      if (field.type().equals("group") && field(field.fields(), path)) {
        return true;
      }
      if (path.startsWith(field.key() + ".")) {
        String rest = path.substring(field.key().length() + 1);
        return fieldText(field, rest) || field(field.fields(), rest);
      }
    }
    return false;
  }

  private static boolean fieldText(Field field, String rest) {
    if (rest.startsWith("options.")) {
      String code = rest.split("\\.", -1)[1];
      return field.options().contains(code) || field.optionsFrom() != null;
    }
    return Set.of("label", "hint", "why", "text", "error", "item", "add", "remove").contains(rest);
  }
}
