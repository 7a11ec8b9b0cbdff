package org.lienthong.design;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A folder's files as one text that fits a column, and the digest that names them. */
final class Bundle {

  /** The column's width. */
  static final int MAX_CHARACTERS = 1_000_000;

  private Bundle() {}

  static String pack(Map<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  static SortedMap<String, byte[]> unpack(String bundle) {
    var files = new TreeMap<String, byte[]>();
    var bytes = new ByteArrayInputStream(Base64.getDecoder().decode(bundle));
    try (var zip = new ZipInputStream(bytes)) {
      for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
        files.put(file.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a bundle that we wrote ourselves cannot be read", e);
    }
    return files;
  }

  /** SHA-256 over names and bytes, each with its length so that no two folders look alike. */
  static String digest(Map<String, byte[]> files) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (var file : new TreeMap<>(files).entrySet()) {
        byte[] name = file.getKey().getBytes(StandardCharsets.UTF_8);
        byte[] content = file.getValue();
        sha.update((name.length + ":" + content.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha.update(name);
        sha.update(content);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
