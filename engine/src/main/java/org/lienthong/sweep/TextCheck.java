package org.lienthong.sweep;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Makes sure that bytes are text in UTF-8, and counts its lines as they come. */
final class TextCheck {

  private static final int CHARS = 1 << 13;

  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer chars = CharBuffer.allocate(CHARS);
  private byte[] rest = {};
  private long lines;
  private char last = '\n';

  /**
   * Takes some bytes; a character may go on in the next ones.
   *
   * @throws BadFile if they are none of a text
   */
  void take(byte[] part) {
    take(part, false);
  }

  private void take(byte[] part, boolean end) {
    ByteBuffer in = ByteBuffer.allocate(rest.length + part.length).put(rest).put(part).flip();
    CoderResult result;
    do {
      result = decoder.decode(in, chars, end);
      count(chars.flip());
      chars.clear();
      if (result.isError()) {
        throw BadFile.notText(lines + 1);
      }
    } while (result.isOverflow());
    rest = new byte[in.remaining()];
    in.get(rest);
  }

  private void count(CharBuffer some) {
    while (some.hasRemaining()) {
      last = some.get();
      if (last == '\0') {
        throw BadFile.notText(lines + 1);
      }
      lines += last == '\n' ? 1 : 0;
    }
  }

  /**
   * Ends the text; how many lines it has.
   *
   * @throws BadFile if it breaks off within a character
   */
  long end() {
    take(new byte[0], true);
    return last == '\n' ? lines : lines + 1;
  }
}
