package org.lienthong.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.lienthong.catalogue.Element.Kind;

/** A citizen is asked little, and never what an agency of the journey knows. */
final class Burden implements Check {

  static final int MOST_QUESTIONS = 7;

  /** A list is asked once for each of its rows; so many are to stay within the limit, too. */
  static final int ROWS = 3;

  @Override
  public void check(Content content, Contents all, Findings findings) {
    if (content.process() == null) {
      return;
    }
    ProcessModel model = content.process().model();
    List<Content> journey = journey(content, all);
    Map<String, String> given = given(journey, all);
    for (Form form : content.forms().values()) {
      for (String path : questions("", form.fields())) {
        if (given.containsKey(path)) {
          findings.error(
              "asked-although-known",
              form.key() + ".form",
              path,
              "The form asks for "
                  + path
                  + ", which "
                  + given.get(path)
                  + " can tell. Read it there and show it: readonly, or with the property"
                  + " confirm.");
        }
      }
    }
    if (content.kind() == FolderKind.LIFE_EVENT && model.startForm().isPresent()) {
      count(content, journey, findings);
    }
  }

  private static void count(Content content, List<Content> journey, Findings findings) {
    List<String> asked = new ArrayList<>();
    int questions = 0;
    for (Content each : journey) {
      if (each.process() != null) {
        for (Element element : each.process().model().elements()) {
          boolean citizen = element.kind() == Kind.START || element.assignee() != null;
          Form form = element.form() == null ? null : each.forms().get(element.form());
          if (citizen && form != null) {
            asked.addAll(questions("", form.fields()));
            questions += count(form.fields());
          }
        }
      }
    }
    if (questions > MOST_QUESTIONS) {
      findings.error(
          "too-many-questions",
          content.key() + ".bpmn",
          content.key(),
          "The journey asks a citizen "
              + questions
              + " questions (those of a list "
              + ROWS
              + " times), at most "
              + MOST_QUESTIONS
              + " are allowed: "
              + String.join(", ", asked)
              + ". Read some from an agency, or do without.");
    }
  }

  /** The folder and the services that it calls, each once. */
  private static List<Content> journey(Content content, Contents all) {
    Map<String, Content> journey = new LinkedHashMap<>();
    List<Content> open = new ArrayList<>(List.of(content));
    while (!open.isEmpty()) {
      Content next = open.remove(0);
      if (journey.putIfAbsent(next.key(), next) == null && next.process() != null) {
        for (Element element : next.process().model().elements()) {
          if (element.calledProcess() != null) {
            all.find(FolderKind.SERVICE, element.calledProcess()).ifPresent(open::add);
          }
        }
      }
    }
    return List.copyOf(journey.values());
  }

  /** Per leaf of a reply the agency that gives it, over all that agencies of the journey offer. */
  private static Map<String, String> given(List<Content> journey, Contents all) {
    TreeSet<String> agencies = new TreeSet<>();
    for (Content each : journey) {
      if (each.process() != null) {
        each.process().model().elements().stream()
            .filter(e -> e.agency() != null)
            .forEach(e -> agencies.add(String.valueOf(e.agency())));
      }
    }
    Map<String, String> given = new LinkedHashMap<>();
    for (String key : agencies) {
      all.agency(key)
          .ifPresent(
              a ->
                  a.operations()
                      .values()
                      .forEach(o -> leaves("", Facts.reply(o), key + "." + o.id(), given)));
    }
    return given;
  }

  private static void leaves(String path, Shape shape, String giver, Map<String, String> given) {
    if (shape.fields().isEmpty()) {
      given.putIfAbsent(path, giver);
    }
    shape
        .fields()
        .forEach(
            (name, field) ->
                leaves(path.isEmpty() ? name : path + "." + name, field, giver, given));
  }

  private static int count(List<Field> fields) {
    int count = 0;
    for (Field field : fields) {
      if (field.type().equals("dynamiclist") || field.type().equals("group")) {
        int rows = field.type().equals("group") ? 1 : ROWS;
        count += field.readonly() || field.confirms() ? 0 : rows * count(field.fields());
      } else {
        count += questions("", List.of(field)).size();
      }
    }
    return count;
  }

  /** The paths that somebody must think about; what is only shown or agreed to is none. */
  static List<String> questions(String prefix, List<Field> fields) {
    List<String> questions = new ArrayList<>();
    for (Field field : fields) {
      if (field.readonly() || field.confirms() || field.type().equals("text")) {
        continue;
      }
      if (field.type().equals("group")) {
        questions.addAll(questions(prefix, field.fields()));
      } else if (field.type().equals("dynamiclist")) {
        questions.addAll(questions(prefix + field.key() + ".", field.fields()));
      } else {
        questions.add(prefix + field.key());
      }
    }
    return questions;
  }
}
