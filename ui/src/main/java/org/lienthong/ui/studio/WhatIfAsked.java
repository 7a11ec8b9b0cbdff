package org.lienthong.ui.studio;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a designer fills in to try a change, as it was typed.
 *
 * @param folder the key of the folder that is changed
 * @param day empty for the day of the synthetic people's ages
 * @param people how many synthetic people
 * @param group the fact by which those concerned are counted; empty for none
 * @param recorded whether it is also tried on what was really decided
 */
record WhatIfAsked(String folder, String day, String people, String group, boolean recorded) {

  static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  static WhatIfAsked about(String folder) {
    return new WhatIfAsked(folder, "", "100000", "", false);
  }

  /** The code of what is wrong with it, apart from the folder; null if nothing is. */
  @Nullable String wrong(Set<String> groups) {
    if (!day.isEmpty() && asked() == null) {
      return "day";
    }
    boolean size = SIZES.stream().anyMatch(each -> each.toString().equals(people));
    return size && (group.isEmpty() || groups.contains(group)) ? null : "choice";
  }

  /** The day asked about; null if none is named, or what is typed is none. */
  @Nullable LocalDate asked() {
    try {
      LocalDate date = LocalDate.parse(day);
      return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? null : date;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
