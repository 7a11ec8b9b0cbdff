package org.lienthong.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells two versions of a folder apart: SHA-256 over its names and bytes. */
final class FolderDigest {

  private FolderDigest() {}

  static String of(Folder folder) {
    MessageDigest sha256 = sha256();
    folder
        .files()
        .forEach(
            (name, bytes) -> {
              add(sha256, name.getBytes(StandardCharsets.UTF_8));
              add(sha256, bytes);
            });
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** With its length, so that no two different lists of files give the same bytes. */
  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
