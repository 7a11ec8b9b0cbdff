package org.lienthong.sweep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lienthong.population.BadCell;
import org.lienthong.population.FactColumns;
import org.lienthong.population.ListCheck;
import org.lienthong.population.PeopleBatch;
import org.lienthong.population.PeopleFile;

/** A file's people; those who were done before are read again and passed over. */
final class FilePeople implements People {

  private final Supplier<BufferedReader> file;
  private final FactColumns known;
  private final ListCheck lists;
  private final int size;
  private long peopleToSkip;
  private long problemsToSkip;

  FilePeople(
      Supplier<BufferedReader> file,
      FactColumns known,
      ListCheck lists,
      int size,
      long peopleDone,
      long problems) {
    this.file = file;
    this.known = known;
    this.lists = lists;
    this.size = size;
    this.peopleToSkip = peopleDone;
    this.problemsToSkip = problems;
  }

  @Override
  public void forEach(Reader reader) {
    List<BadCell> bad = new ArrayList<>();
    try (BufferedReader text = file.get()) {
      PeopleFile.read(
          text, known, lists, size, people -> hand(people, bad, reader), cell -> add(cell, bad));
      if (!bad.isEmpty()) {
        reader.take(new Part(null, 0, List.copyOf(bad), null, false));
      }
    } catch (Enough e) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(BadCell cell, List<BadCell> bad) {
    if (problemsToSkip > 0) {
      problemsToSkip--;
    } else {
      bad.add(cell);
    }
  }

  private void hand(PeopleBatch people, List<BadCell> bad, Reader reader) {
    int from = (int) Math.min(people.size(), peopleToSkip);
    peopleToSkip -= from;
    @Nullable PeopleBatch rest = from == people.size() ? null : people;
    if (rest == null && bad.isEmpty()) {
      return;
    }
    boolean more = reader.take(new Part(rest, from, List.copyOf(bad), null, false));
    bad.clear();
    if (!more) {
      throw new Enough();
    }
  }
}
