package org.lienthong.population;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers the texts of one column; finds a text that it has seen without making a string. */
final class WordTable {

  private @Nullable String[] slots = new String[64];
  private int[] numbers = new int[64];
  private String[] words = new String[16];
  private int size;

  /** The number of a text, or -1 if it has not been seen. */
  int find(char[] text, int offset, int length) {
    int slot = slot(text, offset, length);
    return slots[slot] == null ? -1 : numbers[slot];
  }

  /** The number of a text that has not been seen before. */
  int add(String word) {
    if (2 * (size + 1) > slots.length) {
      grow();
    }
    char[] text = word.toCharArray();
    int slot = slot(text, 0, text.length);
    slots[slot] = word;
    numbers[slot] = size;
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
    }
    words[size] = word;
    return size++;
  }

  /** The number of a text, a new one if it has not been seen. */
  int number(char[] text, int length) {
    int known = find(text, 0, length);
    return known >= 0 ? known : add(new String(text, 0, length));
  }

  /** All texts, by number. */
  String[] all() {
    return Arrays.copyOf(words, size);
  }

  private int slot(char[] text, int offset, int length) {
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + text[i];
    }
    int slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    while (slots[slot] != null && !same(slots[slot], text, offset, length)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private static boolean same(String word, char[] text, int offset, int length) {
    if (word.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word.charAt(i) != text[offset + i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    slots = new String[2 * slots.length];
    numbers = new int[slots.length];
    for (int i = 0; i < size; i++) {
      char[] text = words[i].toCharArray();
      int slot = slot(text, 0, text.length);
      slots[slot] = words[i];
      numbers[slot] = i;
    }
  }
}
