package org.lienthong.ui.page;

import java.util.List;

/** A request whose content must be mended; nothing was changed. */
public class Invalid extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem.Place> places;

  /** Names the places that must be mended. */
  public Invalid(List<Problem.Place> places) {
    super("invalid", null, false, false);
    this.places = List.copyOf(places);
  }

  /** Names the one place that must be mended. */
  public Invalid(String pointer, String code) {
    this(List.of(new Problem.Place(pointer, code)));
  }

  List<Problem.Place> places() {
    return places;
  }
}
