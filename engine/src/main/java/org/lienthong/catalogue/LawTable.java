package org.lienthong.catalogue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A decision table, with its place in the law.
 *
 * @param key its file's name and its own
 * @param decision the decision as people ask it: the key, or of a local table the one overridden
 * @param jurisdiction the code of the place for whose people it overrides; null for a country's own
 * @param version counts the publications of its folder; {@link #DRAFT} if this one is none
 * @param legalBasisChecked whether somebody has compared its rule with the promulgated text
 * @param folder the folder that holds it, and its texts
 */
public record LawTable(
    String key,
    String decision,
    @Nullable String jurisdiction,
    int version,
    boolean legalBasisChecked,
    Folder folder) {

  /** The version of what is not published. */
  public static final int DRAFT = 0;

  /** The service whose folder it lies in. */
  public String service() {
    return folder.key();
  }

  /** Its file. */
  public InputStream open() {
    byte[] bytes = folder.files().get(key + ".dmn");
    if (bytes == null) {
      throw new NoSuchElementException("the folder holds no table " + key);
    }
    return new ByteArrayInputStream(bytes);
  }
}
