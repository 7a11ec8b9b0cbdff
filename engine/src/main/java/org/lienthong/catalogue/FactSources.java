package org.lienthong.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Element.Kind;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelSyntaxException;

/** Computes which facts are known at each element of a model, by following its flows. */
final class FactSources {

  private static final int MOST_ROUNDS = 50;

  /** The outputs that a process may name though it does not say which table it asks. */
  static final Map<String, Shape> EVERY_TABLE =
      Map.of(
          "amount", Shape.of(FactType.NUMBER),
          "periodicity", Shape.of(FactType.TEXT),
          // of an offer: what the person has already and gives way to it
          "givesWay", Shape.of(FactType.TEXT));

  private final Content content;
  private final ProcessFile process;
  private final Contents all;
  private final Feel feel;
  private final Map<String, Known> before = new HashMap<>();
  private final Map<String, Known> after = new HashMap<>();

  FactSources(Content content, ProcessFile process, Contents all, Feel feel) {
    this.content = content;
    this.process = process;
    this.all = all;
    this.feel = feel;
    boolean changed = true;
    for (int round = 0; changed && round < MOST_ROUNDS; round++) {
      changed = round();
    }
  }

  Known before(Element element) {
    return before.getOrDefault(element.id(), Known.NOTHING);
  }

  Known after(Element element) {
    return after.getOrDefault(element.id(), Known.NOTHING);
  }

  /** Whatever is known somewhere. */
  Known anywhere() {
    Known somewhere = Known.NOTHING;
    for (Known known : after.values()) {
      somewhere = somewhere.together(known);
    }
    return somewhere;
  }

  /**
   * One entry of {@code needs} or {@code gives}: a trailing question mark says that it may lack.
   */
  record Declared(String fact, boolean optional) {

    static List<Declared> of(@Nullable String property) {
      return ElementReader.listed(property).stream()
          .map(
              f ->
                  f.endsWith("?")
                      ? new Declared(f.substring(0, f.length() - 1).strip(), true)
                      : new Declared(f, false))
          .toList();
    }
  }

  private boolean round() {
    boolean changed = false;
    for (Element element : process.model().elements()) {
      Known in = arriving(element);
      Known out = in.together(given(element));
      changed |= !in.equals(before.put(element.id(), in));
      changed |= !out.equals(after.put(element.id(), out));
    }
    return changed;
  }

  private Known arriving(Element element) {
    List<Known> ways = new ArrayList<>();
    for (Flow flow : process.flows()) {
      if (flow.to().equals(element.id())) {
        Known way = flow.kind() == Flow.Kind.BOUNDARY ? interrupted(flow) : after.get(flow.from());
        if (way != null) {
          ways.add(way);
        }
      }
    }
    if (isEntry(element)) {
      return atStart();
    }
    if ("parallel".equals(element.properties().get("gateway"))) {
      return ways.stream().reduce(Known.NOTHING, Known::together);
    }
    boolean drawn = process.flows().stream().anyMatch(f -> f.to().equals(element.id()));
    return drawn ? Known.either(ways) : anywhere().perhaps();
  }

  private boolean isEntry(Element element) {
    boolean start = element.kind() == Kind.START || element.kind() == Kind.MESSAGE_START;
    return start && process.flows().stream().noneMatch(f -> f.to().equals(element.id()));
  }

  /** An activity that was broken off may have given its facts or not. */
  private @Nullable Known interrupted(Flow flow) {
    Known in = before.get(flow.from());
    Known out = after.get(flow.from());
    return in == null || out == null ? null : in.together(out.perhaps());
  }

  private Known atStart() {
    Known known = Known.NOTHING;
    if (content.kind() == FolderKind.LIFE_EVENT) {
      known = known.and(Contents.APPLICANT, Shape.of(FactType.TEXT), true);
    }
    for (Declared need : Declared.of(process.model().properties().get("needs"))) {
      known = known.and(need.fact(), all.fact(need.fact()).orElse(null), !need.optional());
    }
    return known;
  }

  /** The facts that an element adds. */
  Known given(Element element) {
    return switch (element.kind()) {
      case START, USER_TASK -> byForm(element);
      case ASK -> byAgency(element);
      case DECIDE -> byDecision(element);
      case CALL -> byService(element);
      default -> Known.NOTHING;
    };
  }

  private Known byForm(Element element) {
    Form form = element.form() == null ? null : content.forms().get(element.form());
    Known known = Known.NOTHING;
    if (form == null) {
      return known;
    }
    Set<String> always = new LinkedHashSet<>();
    always(form.fields(), true, always);
    for (Map.Entry<String, Shape> fact : Facts.asked(form).entrySet()) {
      known = known.and(fact.getKey(), fact.getValue(), always.contains(fact.getKey()));
    }
    return known;
  }

  private static void always(List<Field> fields, boolean shown, Set<String> always) {
    for (Field field : fields) {
      if (field.type().equals("group")) {
        always(field.fields(), shown && field.condition() == null, always);
      } else if (shown && (Facts.always(field) || field.type().equals("dynamiclist"))) {
        always.add(field.key());
      }
    }
  }

  private Known byAgency(Element element) {
    Operation operation =
        all.operation(String.valueOf(element.agency()), String.valueOf(element.operation()))
            .orElse(null);
    if (operation == null) {
      return Known.NOTHING;
    }
    Shape reply = Facts.reply(operation);
    Set<String> renamed = new LinkedHashSet<>();
    element.outputs().values().forEach(text -> renamed.addAll(names(text)));
    Known known = Known.NOTHING;
    for (Map.Entry<String, Shape> property : reply.fields().entrySet()) {
      if (!renamed.contains(property.getKey())) {
        boolean sure = reply.required().contains(property.getKey());
        known = known.and(property.getKey(), property.getValue(), sure);
      }
    }
    return known.together(mapped(element, reply.fields()));
  }

  private Known byDecision(Element element) {
    DecisionTable table = all.decision(String.valueOf(element.decision())).orElse(null);
    Known known = Known.NOTHING;
    if (element.resultVariable() != null) {
      known = known.and(element.resultVariable(), Shape.of(FactType.TEXT), true);
    }
    if (table == null) {
      return element.decisionFact().isEmpty()
          ? known
          : known.together(mapped(element, EVERY_TABLE));
    }
    for (Map.Entry<String, FactType> output : Facts.free(table).entrySet()) {
      known = known.and(output.getKey(), Shape.of(output.getValue()), true);
    }
    Map<String, Shape> outputs = new LinkedHashMap<>();
    table.outputs().forEach((name, type) -> outputs.put(name, Shape.of(type)));
    return known.together(mapped(element, outputs));
  }

  private Known byService(Element element) {
    Known known = Known.NOTHING;
    ProcessFile service = all.process(String.valueOf(element.calledProcess())).orElse(null);
    if (service != null) {
      for (Declared gift : Declared.of(service.model().properties().get("gives"))) {
        known = known.and(gift.fact(), all.fact(gift.fact()).orElse(null), !gift.optional());
      }
    }
    return known;
  }

  /** A bare name keeps its shape; what an expression makes has the shape that others give it. */
  private Known mapped(Element element, Map<String, Shape> named) {
    Known known = Known.NOTHING;
    for (Map.Entry<String, String> output : element.outputs().entrySet()) {
      Shape shape = named.get(output.getValue().strip());
      known = known.and(output.getKey(), shape, true);
    }
    return known;
  }

  /** What an expression reads; nothing where it cannot be read, which is said elsewhere. */
  Set<String> names(String text) {
    try {
      return feel.parse(text).freeNames();
    } catch (FeelSyntaxException e) {
      return Set.of();
    }
  }
}
