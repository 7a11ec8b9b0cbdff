package org.lienthong.columns;

import java.util.List;

/** The workspace of one thread for one table and one batch. */
final class Frame {

  /** Sums and products below cannot overflow. */
  static final double SAFE = 4e18;

  static final int BLOCK = 512;

  final Batch batch;
  final Asked asked;

  /** The people of the block, by their place in the batch. */
  final int[] people;

  int n;
  long stamp;
  private final Vector[] vectors;

  /** The value of each node's constant part, whatever it needs per batch. */
  final Object[] prepared;

  Frame(Batch batch, Asked asked, List<Node> nodes, int length) {
    this.batch = batch;
    this.asked = asked;
    this.people = new int[length];
    this.vectors = new Vector[nodes.size()];
    this.prepared = new Object[nodes.size()];
    for (Node node : nodes) {
      vectors[node.slot] = new Vector(length);
      node.prepare(this, vectors[node.slot]); // its parts stand before it
    }
  }

  /** Takes the people of a range. */
  void range(int from, int to) {
    n = to - from;
    for (int i = 0; i < n; i++) {
      people[i] = from + i;
    }
    stamp++;
  }

  /** After people were chosen by hand. */
  void chosen(int count) {
    n = count;
    stamp++;
  }

  Vector vector(Node node) {
    return vectors[node.slot];
  }

  /** The values of a node for the people of the block. */
  Vector values(Node node) {
    Vector vector = vectors[node.slot];
    if (vector.stamp != stamp) {
      node.fill(this, vector);
      vector.stamp = stamp;
    }
    return vector;
  }
}
