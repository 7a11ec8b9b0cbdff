package org.lienthong.columns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.Feel;

/**
 * Which rows a column lets through, by class of values. The values that stand in the cells cut all
 * values into classes within which every cell answers alike; FEEL is asked once per class and cell.
 */
final class Classes {

  private static final long WIDEST = 1_024;

  private static final Cuts[] NO_CUTS = {};

  /** A text that stands in no cell. */
  private static final String OTHER = "\u0001";

  private final Kind kind;
  private final long none;
  private final List<BigDecimal> points;

  /** Between, at, and after the points; no and yes of booleans; one for all other texts. */
  private final long[] masks;

  private final Map<String, Long> byText;

  /** By scale; another thread would find the same. */
  private final @Nullable Cuts[] byScale = Arrays.copyOf(NO_CUTS, Numbers.SCALES);

  private volatile @Nullable ByWord byWord;

  /**
   * The mask of what is no word, then one per word's number. No branch asks which: who is told a
   * fact is not to be guessed, and guessing costs more than looking.
   *
   * @param known how many words were known when it was made; the masks after theirs are for those
   *     that come
   */
  private record ByWord(Words.Register words, long[] masks, int known) {}

  private Classes(
      Kind kind, long none, List<BigDecimal> points, long[] masks, Map<String, Long> byText) {
    this.kind = kind;
    this.none = none;
    this.points = points;
    this.masks = masks;
    this.byText = byText;
  }

  /**
   * The cells of a column.
   *
   * @param always the rows that need not ask
   * @param cells by row, those that are sets of written values
   * @param texts their FEEL
   */
  static Classes of(
      Feel feel, Kind kind, long always, Map<Integer, Cell> cells, Map<Integer, String> texts)
      throws NotKnown {
    Points found = new Points(kind);
    for (Cell cell : cells.values()) {
      found.add(cell);
    }
    Asker asker = new Asker(feel, always, texts);
    long none = asker.mask(null);
    List<BigDecimal> points = List.copyOf(found.numbers);
    Map<String, Long> byText = new HashMap<>();
    long[] masks;
    if (Node.ordered(kind)) {
      masks = ordered(asker, kind, points);
    } else if (kind == Kind.BOOLEAN) {
      masks = new long[] {asker.mask(false), asker.mask(true)};
    } else if (kind == Kind.TEXT) {
      found.texts.forEach(text -> byText.put(text, asker.mask(text)));
      masks = new long[] {asker.mask(OTHER)};
    } else {
      masks = new long[] {always};
    }
    return new Classes(kind, none, points, masks, byText);
  }

  private record Asker(Feel feel, long always, Map<Integer, String> texts) {

    long mask(@Nullable Object value) {
      long mask = always;
      for (Map.Entry<Integer, String> cell : texts.entrySet()) {
        if (feel.test(cell.getValue(), value, Map.of())) {
          mask |= 1L << cell.getKey();
        }
      }
      return mask;
    }
  }

  /** The written values of a column's cells. */
  private static final class Points {
    private final Kind kind;
    private final TreeSet<BigDecimal> numbers = new TreeSet<>();
    private final TreeSet<String> texts = new TreeSet<>();

    Points(Kind kind) {
      this.kind = kind;
    }

    void add(Cell cell) throws NotKnown {
      if (cell instanceof Cell.Equal equal) {
        add(equal.value());
      } else if (cell instanceof Cell.Interval interval) {
        add(interval.low());
        add(interval.high());
      } else if (cell instanceof Cell.Not not) {
        add(not.cell());
      } else if (cell instanceof Cell.AnyOf any) {
        for (Cell each : any.cells()) {
          add(each);
        }
      }
    }

    private void add(@Nullable Object value) throws NotKnown {
      if (value == null) {
        return;
      }
      if (Literals.kind(value) != kind) {
        throw new NotKnown("a cell that compares " + kind + " with " + value);
      }
      if (value instanceof String text) {
        texts.add(text);
      } else if (value instanceof BigDecimal number) {
        numbers.add(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
      } else if (Node.ordered(kind)) {
        numbers.add(BigDecimal.valueOf(Literals.code(value)));
      }
    }
  }

  private static long[] ordered(Asker asker, Kind kind, List<BigDecimal> points) {
    long[] masks = new long[2 * points.size() + 1];
    if (points.isEmpty()) {
      masks[0] = asker.mask(value(kind, BigDecimal.ZERO));
      return masks;
    }
    for (int i = 0; i < points.size(); i++) {
      BigDecimal point = points.get(i);
      BigDecimal before =
          i == 0 ? point.subtract(BigDecimal.ONE) : middle(points.get(i - 1), point);
      masks[2 * i] = asker.mask(value(kind, before));
      masks[2 * i + 1] = asker.mask(value(kind, point));
    }
    BigDecimal last = points.get(points.size() - 1);
    masks[2 * points.size()] = asker.mask(value(kind, last.add(BigDecimal.ONE)));
    return masks;
  }

  private static BigDecimal middle(BigDecimal low, BigDecimal high) {
    return low.add(high).divide(BigDecimal.valueOf(2));
  }

  /** Of two days that follow each other there is none between; any answer does. */
  private static Object value(Kind kind, BigDecimal point) {
    return kind == Kind.NUMBER
        ? point
        : Literals.value(kind, point.setScale(0, RoundingMode.FLOOR).longValueExact());
  }

  /** The masks of a block's values; odd ones get none. */
  void masks(Frame frame, Vector in, long[] out) {
    switch (kind) {
      case BOOLEAN -> booleans(frame.n, in.values, out);
      case TEXT -> texts(frame, in.values, out);
      case NUMBER, DATE, MONTHS, DAYS -> cuts(in.scale).masks(frame.n, in.values, out);
      default -> Arrays.fill(out, 0, frame.n, masks[0]);
    }
  }

  private void booleans(int n, long[] in, long[] out) {
    long[] known = {none, masks[0], masks[1]};
    for (int i = 0; i < n; i++) {
      out[i] = known[(int) Math.max(in[i], -1) + 1];
    }
  }

  private void texts(Frame frame, long[] in, long[] out) {
    long[] known = byWord(frame.batch.words().texts).masks();
    int n = frame.n;
    for (int i = 0; i < n; i++) {
      out[i] = known[(int) Math.max(in[i], -1) + 1];
    }
  }

  /** For all words that anybody has been told until now, and maybe more. */
  private ByWord byWord(Words.Register words) {
    ByWord before = byWord;
    int size = words.size();
    boolean same = before != null && before.words() == words;
    if (before != null && same && before.known() >= size) {
      return before;
    }
    int from = before != null && same ? before.known() : 0;
    long[] table = before != null && same ? before.masks() : new long[size + 1];
    if (table.length < size + 1) {
      table = Arrays.copyOf(table, size + size / 2 + 1);
    }
    table[0] = none;
    for (int code = from; code < size; code++) { // another thread would write the same
      table[code + 1] = byText.getOrDefault((String) words.value(code), masks[0]);
    }
    ByWord grown = new ByWord(words, table, size);
    byWord = grown;
    return grown;
  }

  private Cuts cuts(int scale) {
    Cuts known = byScale[scale];
    if (known == null) {
      known = Cuts.of(points, masks, none, scale, WIDEST);
      byScale[scale] = known;
    }
    return known;
  }
}
