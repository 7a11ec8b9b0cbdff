package org.lienthong.catalogue;

/** One kind of thing that can be wrong with content. */
interface Check {

  /**
   * Looks at a folder.
   *
   * @param content the folder, of which everything could be read
   * @param all all folders, this one included
   */
  void check(Content content, Contents all, Findings findings);
}
