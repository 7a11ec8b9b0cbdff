package org.lienthong.population;

import java.util.Arrays;

/** The references seen so far, as numbers: a million take 16 MB. */
final class Refs {

  private static final int LONGEST = 64;

  private long[] slots = new long[1 << 12];
  private int size;

  /** Whether the text may be a reference: visible ASCII without quotes, at most 64 characters. */
  static boolean valid(char[] text, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      char c = text[i];
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "-_.:".indexOf(c) >= 0;
      if (!plain) {
        return false;
      }
    }
    return length > 0 && length <= LONGEST;
  }

  /** Remembers a reference; false if it was there. Two of a million collide once in 10^7 files. */
  boolean add(char[] text, int offset, int length) {
    if (2 * (size + 1) > slots.length) {
      grow();
    }
    boolean isNew = put(hash(text, offset, length));
    size += isNew ? 1 : 0;
    return isNew;
  }

  private boolean put(long hash) {
    int slot = (int) (hash >>> 20) & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    boolean isNew = slots[slot] == 0;
    slots[slot] = hash;
    return isNew;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    Arrays.stream(old).filter(hash -> hash != 0).forEach(this::put);
  }

  /** Never 0, which marks a free place. */
  private static long hash(char[] text, int offset, int length) {
    long hash = 0xcbf29ce484222325L;
    for (int i = offset; i < offset + length; i++) {
      hash = (hash ^ text[i]) * 0x100000001b3L;
      hash ^= hash >>> 29;
    }
    return hash == 0 ? 1 : hash;
  }
}
