package org.lienthong.design;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lienthong.catalogue.Finding;
import org.lienthong.catalogue.Finding.Severity;

/** Whether a file can be read at all; what it says is the catalogue's to judge. */
final class Readability {

  private Readability() {}

  static List<Finding> check(String folder, String file, byte[] content) {
    try {
      // PostgreSQL and every editor need it: text that is not UTF-8 would be changed by reading it
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
    } catch (CharacterCodingException e) {
      return List.of(
          finding("not-utf-8", folder, file, "The file is not UTF-8. Save it in that encoding."));
    }
    if (!ModelXml.isModel(file)) {
      return List.of();
    }
    try {
      ModelXml.read(content);
      return List.of();
    } catch (UnreadableModelException e) {
      return List.of(finding("not-xml", folder, file, String.valueOf(e.getMessage())));
    }
  }

  private static Finding finding(String rule, String folder, String file, String message) {
    return new Finding(Severity.ERROR, rule, folder, file, null, message);
  }
}
