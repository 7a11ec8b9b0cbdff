package org.lienthong.catalogue;

import java.text.Normalizer;

/** A person's text as every database, page and register will take it. */
final class CleanText {

  private CleanText() {}

  /**
   * The text in NFC without white space around it.
   *
   * @param severalLines whether line breaks and tabs belong to it
   */
  static String of(String text, boolean severalLines) throws Wrong {
    // before anything else looks at it: normalising takes time by length
    if (text.length() > 2 * Answer.MAX_TEXT) {
      throw new Wrong(Wrong.TOO_LONG, String.valueOf(Answer.MAX_TEXT));
    }
    String lines = severalLines ? text.replace("\r\n", "\n") : text;
    for (int i = 0; i < lines.length(); ) {
      int point = lines.codePointAt(i);
      boolean layout = severalLines && (point == '\n' || point == '\t');
      if (!layout && !harmless(point)) {
        throw new Wrong(Wrong.BAD_CHARACTER);
      }
      i += Character.charCount(point);
    }
    return Normalizer.normalize(lines, Normalizer.Form.NFC).strip();
  }

  private static boolean harmless(int point) {
    boolean letterless =
        switch (Character.getType(point)) {
          // control characters; halves of a pair that has no other half; code points of nobody
          case Character.CONTROL,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> false;
        };
    return !letterless && !isNoCharacter(point) && !reordersItsNeighbours(point);
  }

  private static boolean isNoCharacter(int point) {
    return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
  }

  /** Embeddings, overrides and isolates: a text that carries one reads otherwise than it is. */
  private static boolean reordersItsNeighbours(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }
}
