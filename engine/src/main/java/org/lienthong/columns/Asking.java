package org.lienthong.columns;

import static org.lienthong.columns.FactColumn.NULL;
import static org.lienthong.columns.FactColumn.ODD;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.FeelSyntaxException;

/** Asks FEEL for the value of an expression, once per combination of what it reads. */
final class Asking {

  /** Combinations that are remembered; lists are few, amounts are not. */
  private static final int REMEMBERED = 50_000;

  /** The name by which a cell's own column stands among what is read. */
  static final String INPUT = "?";

  /** Whoever knows the value of an expression over variables. */
  interface Feeling {
    @Nullable Object of(Map<String, Object> variables);
  }

  private final Feeling feeling;
  private final Kind kind;
  private final List<String> names;
  private final List<Node> reads;
  private final Map<List<Optional<Object>>, Optional<Object>> answers = new ConcurrentHashMap<>();
  private volatile @Nullable Memory memory;

  /**
   * Answers by the numbers of columns, which stand for the same in every batch that shares the
   * words and has numbers of as many decimals.
   */
  private record Memory(Object words, List<Integer> scales, Map<Codes, Long> answers) {}

  Asking(Feeling feeling, Kind kind, Map<String, Node> reads) {
    this.feeling = feeling;
    this.kind = kind;
    this.names = List.copyOf(reads.keySet());
    this.reads = names.stream().map(reads::get).map(Node.class::cast).toList();
  }

  /** The combinations that were asked about, by the numbers of their columns; for one thread. */
  static final class Known {
    private static final int MOST = 1 << 16;

    private final Map<Codes, Long> byCodes;

    /** Where one word or list is all that is read: its answer by its number, and whether known. */
    private long[] byWord = new long[0];

    private boolean[] known = new boolean[0];

    private Known(Map<Codes, Long> byCodes) {
      this.byCodes = byCodes;
    }

    private boolean holds(long code) {
      return code >= 0 && code < known.length && known[(int) code];
    }

    private void keep(long code, long value) {
      if (code >= 0 && code < MOST) {
        if (code >= known.length) {
          int length = (int) Math.min(MOST, 2 * code + 16);
          byWord = Arrays.copyOf(byWord, length);
          known = Arrays.copyOf(known, length);
        }
        byWord[(int) code] = value;
        known[(int) code] = true;
      }
    }
  }

  private record Codes(long[] values) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Codes codes && Arrays.equals(values, codes.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }

  /**
   * What is known already of such a batch, once its parts are prepared.
   *
   * @param scale decimals of the answers
   */
  Known known(Frame frame, int scale) {
    Object words = frame.batch.words().identity;
    List<Integer> scales = new ArrayList<>(List.of(scale));
    reads.forEach(read -> scales.add(frame.vector(read).scale));
    Memory found = memory;
    if (found == null || found.words() != words || !found.scales().equals(scales)) {
      found = new Memory(words, scales, new ConcurrentHashMap<>());
      memory = found;
    }
    return new Known(found.answers());
  }

  /** The value for one person of the block, as a number of the column. */
  long value(Frame frame, int i, int scale, Known known) {
    boolean one = reads.size() == 1 && reads.get(0).kind == Kind.OTHER;
    if (one) {
      long code = frame.values(reads.get(0)).values[i];
      if (known.holds(code)) {
        return known.byWord[(int) code];
      }
    }
    long[] codes = new long[reads.size()];
    for (int r = 0; r < codes.length; r++) {
      codes[r] = frame.values(reads.get(r)).values[i];
      if (codes[r] == ODD) {
        return ODD; // the person's facts are
      }
    }
    Codes key = new Codes(codes);
    Long before = known.byCodes.get(key);
    long value = before == null ? ask(frame, codes, scale) : before;
    if (one) {
      known.keep(codes[0], value);
    }
    if (before != null) {
      return value;
    }
    if (known.byCodes.size() >= REMEMBERED) {
      known.byCodes.clear();
    }
    known.byCodes.put(key, value);
    return value;
  }

  private long ask(Frame frame, long[] codes, int scale) {
    List<Optional<Object>> values = new ArrayList<>();
    for (int r = 0; r < codes.length; r++) {
      Node read = reads.get(r);
      values.add(
          Optional.ofNullable(decoded(read.kind, codes[r], frame.vector(read).scale, frame.batch)));
    }
    if (answers.size() >= REMEMBERED) {
      answers.clear();
    }
    try {
      Object answer = answers.computeIfAbsent(values, this::answer).orElse(null);
      return encoded(answer, kind, scale, frame.batch);
    } catch (FeelSyntaxException e) {
      return ODD;
    }
  }

  private Optional<Object> answer(List<Optional<Object>> values) {
    Map<String, Object> variables = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      values.get(i).ifPresent(value -> variables.put(name, value));
    }
    return Optional.ofNullable(feeling.of(variables));
  }

  /** The value that a number of a column stands for. */
  static @Nullable Object decoded(Kind kind, long code, int scale, Batch batch) {
    if (code == NULL || kind == Kind.NULL) {
      return null;
    }
    return switch (kind) {
      case NUMBER -> Numbers.java(code, scale);
      case TEXT, OTHER -> batch.words().of(kind).value(code);
      default -> Literals.value(kind, code);
    };
  }

  /** The number for a value that FEEL gave; odd if it would not be the same value again. */
  static long encoded(@Nullable Object value, Kind kind, int scale, Batch batch) {
    if (value == null) {
      return NULL;
    }
    return switch (kind) {
      case NUMBER -> {
        long code = value instanceof Number ? Numbers.code(value, scale) : ODD;
        yield Node.plain(code) && Numbers.java(code, scale).equals(value) ? code : ODD;
      }
      case TEXT -> value instanceof String ? batch.words().texts.code(value) : ODD;
      case BOOLEAN -> value instanceof Boolean ? Literals.code(value) : ODD;
      case DATE -> value instanceof LocalDate ? Literals.code(value) : ODD;
      case MONTHS -> value instanceof Period ? Literals.code(value) : ODD;
      default -> ODD;
    };
  }
}
