package org.lienthong.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that can be wrong with a folder, seen beside the others. Thread-safe. */
@Component
class Checks {

  private final ContentReader reader;

  Checks(ContentReader reader) {
    this.reader = reader;
  }

  /**
   * Checks a folder.
   *
   * @param beside the other folders; one of the same place is ignored
   */
  List<Finding> check(Folder folder, Contents beside) {
    Content content = reader.read(folder);
    return new ArrayList<>(content.problems());
  }
}
