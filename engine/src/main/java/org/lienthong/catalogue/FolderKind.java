package org.lienthong.catalogue;

/** What a folder of content describes; the place where it lies says which. */
public enum FolderKind {
  LIFE_EVENT("processes/life-events"),
  SERVICE("processes/services"),
  AGENCY("processes/agencies"),
  DECISION("decisions"),
  /** The single file of dated amounts, and calendars. */
  PARAMETERS("decisions");

  private final String path;

  FolderKind(String path) {
    this.path = path;
  }

  /** The folder's parent, relative to the home of content. */
  public String path() {
    return path;
  }
}
