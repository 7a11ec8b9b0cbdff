package org.lienthong.population;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who lives together: one kind of household, its members in the order in which they are drawn. */
record Composition(double weight, List<Part> parts) {

  /**
   * One part in the household.
   *
   * @param role the part's code
   * @param times how many play it; null: one
   * @param kin per kind of relative ({@link Variables#KIN}) the part that plays it, or -1
   * @param draw what is drawn at once
   * @param keep whether the member lives here; null: yes
   */
  record Part(long role, @Nullable Draw times, int[] kin, Statement draw, @Nullable Draw keep) {}

  /** Adds the members to the scene. */
  void gather(Scene scene, Kin places) {
    int[] last = new int[parts.size()];
    java.util.Arrays.fill(last, -1);
    for (int p = 0; p < last.length; p++) {
      Part part = parts.get(p);
      scene.self = 0;
      long times = part.times() == null ? 1 : part.times().draw(scene);
      for (int i = 0; i < times; i++) {
        last[p] = join(scene, places, part, last, last[p]);
      }
    }
  }

  private static int join(Scene scene, Kin places, Part part, int[] last, int previous) {
    int member = scene.join();
    scene.set(places.member(), member);
    scene.set(places.role(), part.role());
    for (int k = 0; k < part.kin().length; k++) {
      int relative = part.kin()[k] < 0 ? -1 : last[part.kin()[k]];
      if (relative >= 0) {
        scene.set(places.kin()[k], relative);
        if (k == places.partner()) {
          scene.rows[relative][places.kin()[k]] = member;
        }
      }
    }
    if (previous >= 0) {
      scene.set(places.previous(), previous);
    }
    part.draw().run(scene);
    scene.present[member] = part.keep() == null || part.keep().draw(scene) == 1;
    return member;
  }

  /**
   * Where the composition writes.
   *
   * @param kin the variables of {@link Variables#KIN}
   * @param partner the place of the mutual one among them
   */
  record Kin(int member, int role, int[] kin, int partner, int previous) {

    static Kin of(Variables variables) {
      return new Kin(
          variables.number(Variables.MEMBER),
          variables.number(Variables.ROLE),
          Variables.KIN.stream()
              .mapToInt(kin -> variables.number(Variables.HELPER + kin))
              .toArray(),
          Variables.KIN.indexOf("partner"),
          variables.number(Variables.HELPER + "previous"));
    }
  }
}
