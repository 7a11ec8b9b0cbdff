package org.lienthong.columns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One table and one batch, block by block, for one thread. */
final class Frame {

  /** Sums and products below cannot overflow. */
  static final double SAFE = 4e18;

  static final int BLOCK = 512;

  final Batch batch;
  final Asked asked;
  final Workspace space;

  /** The people of the block, by their place in the batch. */
  final int[] people;

  int n;
  private long stamp;
  private final Vector[] vectors;

  /** The value of each node's constant part, whatever it needs per batch. */
  final @Nullable Object[] prepared;

  /** Whether the people follow each other in the batch. */
  private boolean inOrder;

  /** Takes the workspace, until another frame takes it. */
  Frame(Batch batch, Asked asked, List<Node> nodes, Workspace space) {
    this.batch = batch;
    this.asked = asked;
    this.space = space;
    this.people = space.people;
    this.vectors = space.vectors(nodes.size());
    this.prepared = new Object[nodes.size()];
    this.stamp = space.newStamp();
    for (Node node : nodes) {
      node.prepare(this, vectors[node.slot]); // its parts stand before it
    }
  }

  /** Takes the people of a range. */
  void range(int from, int to) {
    n = to - from;
    for (int i = 0; i < n; i++) {
      people[i] = from + i;
    }
    inOrder = true;
    stamp = space.newStamp();
  }

  /** After people were chosen by hand. */
  void chosen(int count) {
    n = count;
    inOrder = false;
    stamp = space.newStamp();
  }

  /** Takes the values of the people of the block from those of the batch. */
  void take(long[] all, long[] some) {
    if (inOrder && n > 0) {
      System.arraycopy(all, people[0], some, 0, n);
      return;
    }
    for (int i = 0; i < n; i++) {
      some[i] = all[people[i]];
    }
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
