package org.lienthong.whatif;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Folder;

/**
 * A change of law to try.
 *
 * @param changed folders of decisions, or the folder of amounts, each whole
 * @param people how many synthetic people are asked about; 0 asks about none
 * @param day the day asked about; null takes the day of the synthetic people's ages
 * @param group a fact by which those concerned are counted; null for no groups
 * @param replayFor who wants it tried on what was really decided, by the reference of whoever asks;
 *     null leaves that out
 */
public record Question(
    List<Folder> changed,
    int people,
    @Nullable LocalDate day,
    @Nullable String group,
    @Nullable String replayFor) {

  public Question {
    changed = List.copyOf(changed);
  }
}
