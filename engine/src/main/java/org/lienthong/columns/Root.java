package org.lienthong.columns;

import static org.lienthong.columns.FactColumn.ODD;

/** A whole expression: where its column is odd, FEEL is asked. */
final class Root extends Node {

  private final Node node;
  private final Asking asking;

  Root(Node node, Asking asking) {
    super(node.kind);
    this.node = node;
    this.asking = asking;
  }

  @Override
  void prepare(Frame frame, Vector out) {
    Vector a = frame.vector(node);
    out.promise(a.scale, a.reach, a.sure);
    frame.prepared[slot] = asking.known(frame, a.scale);
  }

  @Override
  void fill(Frame frame, Vector out) {
    Vector a = frame.values(node);
    System.arraycopy(a.values, 0, out.values, 0, frame.n);
    if (a.sure) {
      return;
    }
    Asking.Known known = (Asking.Known) frame.prepared[slot];
    for (int i = 0; i < frame.n; i++) {
      if (out.values[i] == ODD) {
        out.values[i] = asking.value(frame, i, out.scale, known);
      }
    }
  }
}
