package org.lienthong.ui.page;

/** A request that lacks what it takes to be read at all, and where; nothing was changed. */
public class Malformed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem.Place place;

  /** Names the header or parameter that is missing. */
  public Malformed(String pointer, String code) {
    super("malformed", null, false, false);
    this.place = new Problem.Place(pointer, code);
  }

  Problem.Place place() {
    return place;
  }
}
