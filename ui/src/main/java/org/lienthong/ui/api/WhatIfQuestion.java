package org.lienthong.ui.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.design.Drafts;
import org.lienthong.ui.page.Invalid;
import org.lienthong.whatif.Question;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads which change of law a designer asks about. Thread-safe. */
@Component
class WhatIfQuestion {

  private static final String PARAMETERS = "parameters";
  private static final String FOLDERS = "/folders";
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
  private static final Pattern FILE = Pattern.compile("[a-z0-9][A-Za-z0-9._-]{0,119}");
  private static final int MOST_FOLDERS = 50;
  private static final int MOST_PEOPLE = 1_000_000;
  private static final int PEOPLE = 100_000;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private final Catalogue catalogue;
  private final Drafts drafts;

  WhatIfQuestion(Catalogue catalogue, Drafts drafts) {
    this.catalogue = catalogue;
    this.drafts = drafts;
  }

  /** A question that can be asked; only the group is still to be looked up. */
  record Read(
      List<Folder> changed,
      int people,
      @Nullable LocalDate day,
      @Nullable String group,
      boolean recorded) {

    Question question(String asker) {
      return new Question(changed, people, day, group, recorded ? asker : null);
    }
  }

  Read read(JsonNode tree) {
    Body body = new Body(tree).only("folders", "draft", "people", "day", "group", "recorded");
    List<Folder> changed = new ArrayList<>();
    if (body.has("draft")) {
      changed.add(draft(body.text("draft")));
    }
    if (body.has("folders")) {
      changed.addAll(folders(tree.get("folders")));
    }
    if (changed.isEmpty()) {
      throw new Invalid(FOLDERS, Body.REQUIRED);
    }
    return new Read(
        changed,
        body.has("people") ? people(tree.get("people")) : PEOPLE,
        body.has("day") ? day(body.text("day")) : null,
        body.has("group") ? body.text("group") : null,
        recorded(tree.path("recorded")));
  }

  private Folder draft(String key) {
    FolderKind kind = kind(key);
    if (!KEY.matcher(key).matches() || drafts.open(kind, key).isEmpty()) {
      throw new Invalid("/draft", Body.UNKNOWN);
    }
    return drafts.files(kind, key).orElseThrow(() -> new Invalid("/draft", Body.UNKNOWN));
  }

  private List<Folder> folders(JsonNode sent) {
    if (!sent.isArray() || sent.size() > MOST_FOLDERS) {
      throw new Invalid(FOLDERS, Body.WRONG_TYPE);
    }
    List<Folder> folders = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      folders.add(folder(sent.get(i), Pointers.item(FOLDERS, i)));
    }
    return folders;
  }

  /** The live folder with the files that were sent in the place of its own, or added. */
  private Folder folder(JsonNode sent, String pointer) {
    String key = sent.path("key").asString("");
    if (!KEY.matcher(key).matches()) {
      throw new Invalid(pointer + "/key", key.isEmpty() ? Body.REQUIRED : Body.UNKNOWN);
    }
    JsonNode changed = sent.path("files");
    if (!changed.isObject()) {
      throw new Invalid(
          pointer + "/files", changed.isMissingNode() ? Body.REQUIRED : Body.WRONG_TYPE);
    }
    FolderKind kind = kind(key);
    Map<String, byte[]> files =
        new TreeMap<>(catalogue.folder(kind, key).map(Folder::files).orElse(Map.of()));
    for (Map.Entry<String, JsonNode> file : changed.properties()) {
      String place = Pointers.property(pointer + "/files", file.getKey());
      if (!FILE.matcher(file.getKey()).matches()) {
        throw new Invalid(place, Body.UNKNOWN);
      }
      if (!file.getValue().isString()) {
        throw new Invalid(place, Body.WRONG_TYPE);
      }
      files.put(file.getKey(), file.getValue().stringValue().getBytes(StandardCharsets.UTF_8));
    }
    return new Folder(kind, key, files);
  }

  private static FolderKind kind(String key) {
    return key.equals(PARAMETERS) ? FolderKind.PARAMETERS : FolderKind.DECISION;
  }

  private static boolean recorded(JsonNode sent) {
    if (!sent.isMissingNode() && !sent.isNull() && !sent.isBoolean()) {
      throw new Invalid("/recorded", Body.WRONG_TYPE);
    }
    return sent.asBoolean(false);
  }

  private static int people(JsonNode sent) {
    if (!sent.isIntegralNumber()) {
      throw new Invalid("/people", Body.WRONG_TYPE);
    }
    if (!sent.canConvertToInt() || sent.intValue() < 1 || sent.intValue() > MOST_PEOPLE) {
      throw new Invalid("/people", "out-of-range");
    }
    return sent.intValue();
  }

  private static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new Invalid("/day", "not-a-date");
  }
}
