package org.lienthong.population;

import java.util.Map;
import java.util.function.IntConsumer;

/** Draws that look at the other members of the household. */
final class Members {

  /** Which members are meant, seen from the person in hand. */
  interface Circle {
    boolean includes(Scene scene, int self, int other);
  }

  /** All members but the person in hand. */
  static final Circle OTHERS = (scene, self, other) -> self != other;

  /** Everybody in the household. */
  static final Circle ALL = (scene, self, other) -> true;

  /** A value of a record, and how it is written. */
  record Property(FactKind kind, Draw draw) {}

  private final Circle circle;
  private final Condition condition;
  private final int subject;

  /**
   * Those of the circle of whom the condition holds.
   *
   * @param subject the variable by which conditions and draws find back to the person in hand
   */
  Members(Circle circle, Condition condition, int subject) {
    this.circle = circle;
    this.condition = condition;
    this.subject = subject;
  }

  /** Those who have the person in hand as one of these relatives, such as the children. */
  static Circle whose(int... kins) {
    return (scene, self, other) -> {
      for (int kin : kins) {
        if (scene.rows[other][kin] == self) {
          return true;
        }
      }
      return false;
    };
  }

  /** How many there are. */
  Draw count() {
    return scene -> {
      int[] found = {0};
      forEach(scene, other -> found[0]++);
      return found[0];
    };
  }

  /** Whether there is any. */
  Draw any() {
    Draw count = count();
    return scene -> Math.min(count.draw(scene), 1);
  }

  /** A JSON record for each, as a list. */
  Draw records(Map<String, Property> each, Codes codes) {
    return scene -> {
      StringBuilder json = new StringBuilder("[");
      forEach(
          scene,
          other -> {
            json.append(json.length() > 1 ? ",{" : "{");
            record(json, each, scene, codes);
            json.append('}');
          });
      return scene.words.number(json.append(']').toString());
    };
  }

  /** The codes whose draw says true, as a JSON list. */
  static Draw codes(Map<String, Draw> draws) {
    return scene -> {
      StringBuilder json = new StringBuilder("[");
      draws.forEach(
          (code, draw) -> {
            if (draw.draw(scene) == 1) {
              json.append(json.length() > 1 ? "," : "").append('"').append(code).append('"');
            }
          });
      return scene.words.number(json.append(']').toString());
    };
  }

  private void forEach(Scene scene, IntConsumer visit) {
    int self = scene.self;
    for (int other = 0; other < scene.size; other++) {
      if (scene.present[other] && circle.includes(scene, self, other)) {
        scene.self = other;
        scene.set(subject, self);
        if (condition.holds(scene)) {
          visit.accept(other);
        }
        scene.set(subject, Draw.UNKNOWN);
      }
    }
    scene.self = self;
  }

  private static void record(
      StringBuilder json, Map<String, Property> each, Scene scene, Codes codes) {
    int start = json.length();
    each.forEach(
        (name, property) -> {
          long value = property.draw().draw(scene);
          if (value != Draw.UNKNOWN) {
            json.append(json.length() > start ? ",\"" : "\"").append(name).append("\":");
            Cells.json(json, property.kind(), value, codes);
          }
        });
  }
}
