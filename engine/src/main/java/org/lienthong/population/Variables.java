package org.lienthong.population;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names that the data file draws, each with its place in a row and its kind. */
final class Variables {

  /** A name that begins so is drawn for other draws' sake and never written. */
  static final String HELPER = "_";

  /** While other members are looked at: the one for whose sake. */
  static final String SUBJECT = "subject";

  /** Helpers that the composition of a household fills in: places of other members. */
  static final List<String> KIN = List.of("mother", "father", "partner", "previous", SUBJECT);

  /** The word of the data file for the member's part in the household. */
  static final String ROLE = "_role";

  /** The member's own place. */
  static final String MEMBER = "_member";

  /** A value somewhere: the person's own, or that of a relative. */
  record Place(int kin, int variable) {

    /** The value, or unknown if there is no such relative. */
    long value(Scene scene) {
      if (kin < 0) {
        return scene.get(variable);
      }
      long other = scene.get(kin);
      return other == Draw.UNKNOWN ? Draw.UNKNOWN : scene.rows[(int) other][variable];
    }
  }

  private record Variable(int number, FactKind kind) {}

  private final Map<String, Variable> byName = new LinkedHashMap<>();
  private final Codes codes = new Codes();

  Variables() {
    declare(MEMBER, FactKind.INTEGER);
    declare(ROLE, FactKind.TEXT);
    KIN.forEach(kin -> declare(HELPER + kin, FactKind.INTEGER));
  }

  void declare(String name, FactKind kind) {
    if (byName.putIfAbsent(name, new Variable(byName.size(), kind)) != null) {
      throw new IllegalArgumentException(name + " is declared twice");
    }
  }

  int number(String name) {
    return variable(name).number();
  }

  FactKind kind(String name) {
    return variable(name.substring(name.indexOf('.') + 1)).kind();
  }

  /** Where {@code name} or {@code mother.name} stands. */
  Place place(String path) {
    int dot = path.indexOf('.');
    int kin = dot < 0 ? -1 : number(HELPER + path.substring(0, dot));
    return new Place(kin, number(path.substring(dot + 1)));
  }

  boolean knows(String path) {
    return byName.containsKey(path.substring(path.indexOf('.') + 1));
  }

  int size() {
    return byName.size();
  }

  Codes codes() {
    return codes;
  }

  private Variable variable(String name) {
    Variable variable = byName.get(name);
    if (variable == null) {
      throw new IllegalArgumentException(
          name + " is declared neither under columns nor under helpers");
    }
    return variable;
  }
}
