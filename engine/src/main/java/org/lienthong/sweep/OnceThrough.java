package org.lienthong.sweep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.lienthong.population.PeopleBatch;
import org.lienthong.population.PeopleFileProblems;
import org.lienthong.sweep.Judge.Finding;
import org.springframework.stereotype.Component;

/** Goes through a file at once, and keeps nothing of it. */
@Component
class OnceThrough {

  private static final int BUFFER = 1 << 16;

  private final Grounds grounds;

  OnceThrough(Grounds grounds) {
    this.grounds = grounds;
  }

  void read(Path file, LocalDate day, List<String> decisions, Findings findings) {
    try {
      findings.rows(Math.max(0, lines(file) - 1));
      Judge judge = grounds.judge(decisions, day);
      try (Ahead<Decided> ahead =
          new Ahead<>(grounds.people(() -> open(file)), part -> decide(part, judge))) {
        ahead.forEach(decided -> take(decided, findings));
      }
    } catch (PeopleFileProblems e) {
      throw BadFile.header(e.columns());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedReader open(Path file) {
    try {
      return Files.newBufferedReader(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lines(Path file) throws IOException {
    TextCheck text = new TextCheck();
    try (InputStream in = Files.newInputStream(file)) {
      for (byte[] some = in.readNBytes(BUFFER); some.length > 0; some = in.readNBytes(BUFFER)) {
        text.take(some);
      }
    }
    return text.end();
  }

  /** A part about which is decided. */
  private record Decided(People.Part part, List<Finding> entitled) {}

  private static Decided decide(People.Part part, Judge judge) {
    PeopleBatch people = part.people();
    return new Decided(
        part, people == null ? List.of() : judge.judge(people, part.from()).entitled());
  }

  private static boolean take(Decided decided, Findings findings) {
    People.Part part = decided.part();
    part.bad().forEach(c -> findings.leftOut(new BadRow(c.line(), c.field(), c.code())));
    PeopleBatch people = part.people();
    if (people != null) {
      int receives = PartWork.receivesColumn(people);
      decided.entitled().forEach(f -> findings.entitled(entitled(f, people, receives)));
    }
    findings.done(part.size());
    return true;
  }

  private static Entitled entitled(Finding finding, PeopleBatch people, int receives) {
    return new Entitled(
        people.refs().get(finding.person()),
        finding.decision(),
        finding.service(),
        finding.amount(),
        finding.currency(),
        finding.periodicity(),
        finding.jurisdiction(),
        finding.rows(),
        PartWork.receives(people, finding, receives));
  }
}
