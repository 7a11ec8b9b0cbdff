package org.lienthong.processes;

import java.nio.file.Path;
import java.util.Objects;

/** Where the content lies that these tests look at. */
final class Home {

  /** The checkout's root, which holds {@code processes} and {@code decisions}. */
  static final Path PATH =
      Path.of(
          Objects.requireNonNull(
              System.getProperty("lienthong.content"), "set by the build: lienthong.content"));

  private Home() {}
}
