package org.lienthong.catalogue;

import java.util.Map;

/**
 * One folder of content, whole: the unit that is edited, reviewed, published and deployed.
 *
 * @param kind what it describes
 * @param key its name, which is also the name of its main file and the process's id
 * @param files the content by path relative to the folder, with forward slashes, sorted
 */
public record Folder(FolderKind kind, String key, Map<String, byte[]> files) {

  public Folder {
    files = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(files));
  }
}
