package org.lienthong.sweep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Files of people, in parts in the database, so that every node can go on with them. They are
 * deleted in the transaction that ends their sweep.
 */
@Component
class SweepFiles {

  /** Far longer than an upload takes. */
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final DataSize limit;
  private final int size;

  SweepFiles(
      JdbcTemplate jdbc,
      Clock clock,
      @Value("${lienthong.sweep.file-limit:1GB}") DataSize limit,
      @Value("${lienthong.sweep.file-part:256KB}") DataSize part) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.limit = limit;
    this.size = (int) part.toBytes();
  }

  /**
   * Keeps a file.
   *
   * @return its lines
   * @throws BadFile if it is no text in UTF-8
   * @throws FileTooLarge if it is larger than is taken
   */
  long keep(String sweep, InputStream content) {
    try {
      return write(sweep, content);
    } catch (IOException e) {
      forget(sweep);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      forget(sweep);
      throw e;
    }
  }

  private long write(String sweep, InputStream content) throws IOException {
    TextCheck text = new TextCheck();
    long bytes = 0;
    int place = 0;
    for (byte[] part = content.readNBytes(size); part.length > 0; part = content.readNBytes(size)) {
      bytes += part.length;
      if (bytes > limit.toBytes()) {
        throw new FileTooLarge(limit.toBytes());
      }
      text.take(part);
      jdbc.update(
          "insert into sweep_part (sweep_id, place, content, kept_at) values (?, ?, ?, ?)",
          sweep,
          place++,
          part,
          SweepRows.at(clock.instant()));
    }
    return text.end();
  }

  /** Reads a file from its beginning. */
  BufferedReader open(String sweep) {
    return new BufferedReader(new InputStreamReader(new Parts(sweep), StandardCharsets.UTF_8));
  }

  /** Nothing of a file stays when its sweep is over. */
  void forget(String sweep) {
    jdbc.update("delete from sweep_part where sweep_id = ?", sweep);
  }

  /** Nor of one whose sweep never began, because the machine died while it was sent. */
  void forgetOrphans() {
    jdbc.update(
        "delete from sweep_part where kept_at < ? and sweep_id not in"
            + " (select id from sweep where state in ('RUNNING', 'PAUSED'))",
        SweepRows.at(clock.instant().minus(FORGOTTEN)));
  }

  /** One part after the other; never more than one in memory, and no connection held between. */
  private final class Parts extends InputStream {

    private final String sweep;
    private byte[] part = {};
    private int place;
    private int at;

    Parts(String sweep) {
      this.sweep = sweep;
    }

    @Override
    public int read() {
      return more() ? part[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int from, int most) {
      if (most == 0) {
        return 0;
      }
      if (!more()) {
        return -1;
      }
      int some = Math.min(most, part.length - at);
      System.arraycopy(part, at, target, from, some);
      at += some;
      return some;
    }

    private boolean more() {
      if (at < part.length) {
        return true;
      }
      List<byte @Nullable []> next =
          jdbc.query(
              "select content from sweep_part where sweep_id = ? and place = ?",
              (row, i) -> row.getBytes(1),
              sweep,
              place);
      if (next.isEmpty()) {
        return false;
      }
      part = java.util.Objects.requireNonNull(next.get(0));
      place++;
      at = 0;
      return true;
    }
  }
}
