package org.lienthong.catalogue;

import java.util.Comparator;
import java.util.List;

/**
 * Everything that is live at one moment; never changes.
 *
 * @param newest the publication that was the newest when this was read
 * @param contents the folders
 * @param publications their versions, by kind and folder
 * @param law what the folders of decisions and of amounts say
 */
record Live(long newest, Contents contents, List<Publication> publications, Law law) {

  Live {
    publications =
        publications.stream()
            .sorted(Comparator.comparing(Publication::kind).thenComparing(Publication::folder))
            .toList();
  }

  static Live of(long newest, Contents contents, List<Publication> publications) {
    return new Live(newest, contents, publications, Law.of(contents, publications, List.of()));
  }
}
