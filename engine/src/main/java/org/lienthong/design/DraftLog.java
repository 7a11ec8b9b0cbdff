package org.lienthong.design;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.design.LogRow.LogTable;
import org.lienthong.identity.Actor;
import org.springframework.stereotype.Component;

/** What was done to drafts, and the folders as they were saved. Thread-safe. */
@Component
class DraftLog {

  private static final int MAX_NOTE = 2000;

  private final LogTable table;

  DraftLog(LogTable table) {
    this.table = table;
  }

  void note(DraftRow row, Instant now, Actor actor, DraftAction action, @Nullable String note) {
    table.save(new LogRow(row, now, actor.ref(), action, shortened(note), null));
  }

  void keep(DraftRow row, Instant now, Actor actor, String bundle) {
    table.save(new LogRow(row, now, actor.ref(), DraftAction.SAVED, null, bundle));
  }

  /** The folder's files as the draft's last save has them. */
  Map<String, byte[]> files(DraftRow row) {
    return table
        .findByDraftIdAndRevisionAndAction(row.id(), row.revision(), DraftAction.SAVED)
        .map(save -> Bundle.unpack(save.bundle()))
        .orElseThrow(() -> new IllegalStateException("a draft without its save"));
  }

  List<DraftEvent> events(Draft draft) {
    return table.findByDraftIdOrderById(draft.id()).stream().map(LogRow::event).toList();
  }

  private static @Nullable String shortened(@Nullable String note) {
    if (note == null || note.isBlank()) {
      return null;
    }
    String text = note.strip().replace("\u0000", "");
    // by code points, so that no letter is cut in two
    return text.length() <= MAX_NOTE
        ? text
        : text.substring(
            0, text.offsetByCodePoints(0, Math.min(MAX_NOTE, text.codePointCount(0, MAX_NOTE))));
  }
}
