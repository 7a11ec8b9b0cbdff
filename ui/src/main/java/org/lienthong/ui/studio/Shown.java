package org.lienthong.ui.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Finding;
import org.lienthong.catalogue.Publication;
import org.lienthong.design.Draft;

/** What the studio's pages show. */
final class Shown {

  private Shown() {}

  /**
   * One folder of the list.
   *
   * @param title as citizens read it, or its key
   * @param href where it opens
   * @param live what is live
   * @param author of what is live, by name
   * @param approver of what is live, by name
   * @param draft the open draft
   * @param draftAuthor who is changing it, by name
   */
  record Line(
      Place place,
      String title,
      String href,
      @Nullable Publication live,
      String author,
      String approver,
      @Nullable Draft draft,
      String draftAuthor) {}

  /** All folders of one kind. */
  record Group(String kind, List<Line> lines) {}

  /**
   * One file in the row of tabs.
   *
   * @param current whether it is the page's own
   */
  record Tab(String file, String href, boolean current) {}

  /**
   * One line of the outline: an element and what comes after it.
   *
   * @param type its kind in words
   * @param next where its flows lead, as far as the notation has flows
   */
  record OutlineLine(String id, String type, String name, int depth, List<Next> next) {}

  /** Where a flow leads, and on what condition. */
  record Next(String id, String name, String condition) {}

  /**
   * A finding with its rule in the reader's language and the page that mends it.
   *
   * @param language of the message: the reader's, or English
   */
  record Found(
      Finding.Severity severity,
      String rule,
      @Nullable String title,
      String file,
      @Nullable String element,
      String message,
      String language,
      String href) {}

  /** The answer to a save or a check. */
  record Findings(List<Found> findings) {}
}
