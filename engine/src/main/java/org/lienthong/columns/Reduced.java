package org.lienthong.columns;

/**
 * What an expression over a list comes to.
 *
 * <p>The reduction: the smallest part of an expression that reads a list and gives a number, a yes
 * or no, a day or a text, is evaluated by FEEL, once per distinct combination of the list and
 * whatever else the part reads; from there on it is a column like any other.
 */
final class Reduced extends Node {

  private final Asking asking;

  Reduced(Kind kind, Asking asking) {
    super(kind);
    this.asking = asking;
  }

  @Override
  void prepare(Frame frame, Vector out) {
    frame.prepared[slot] = asking.known(frame, 0);
    out.promise(0, Frame.SAFE, false);
  }

  @Override
  void fill(Frame frame, Vector out) {
    Asking.Known known = (Asking.Known) frame.prepared[slot];
    for (int i = 0; i < frame.n; i++) {
      out.values[i] = asking.value(frame, i, out.scale, known);
    }
  }
}
