package org.lienthong.columns;

import static org.lienthong.columns.FactColumn.ODD;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row's result for one output: written or computed, and converted as the engine converts it.
 *
 * @param output its place among the outputs
 * @param type the DMN type; null for none
 * @param node null where the value is written
 * @param written the converted value; null where there is none
 */
record Result(int output, @Nullable String type, @Nullable Node node, @Nullable Object written) {

  private static final Set<String> WHOLE = Set.of("integer", "long");

  /** A double holds every whole number up to here. */
  private static final long EXACT = 1L << 53;

  static Result written(int output, @Nullable String type, @Nullable Object value) throws NotKnown {
    return new Result(output, type, null, value == null ? null : converted(value, type));
  }

  static Result computed(int output, @Nullable String type, Node node) throws NotKnown {
    boolean fits =
        switch (node.kind) {
          case NUMBER -> type == null || WHOLE.contains(type) || type.equals("double");
          case TEXT -> type == null || type.equals("string");
          case BOOLEAN -> type == null || type.equals("boolean");
          case DATE -> type == null;
          default -> false;
        };
    if (!fits) {
      throw new NotKnown("a computed " + node.kind + " for an output of type " + type);
    }
    return new Result(output, type, node, null);
  }

  /** Whether no value can fail to be of its type. */
  boolean sure(Frame frame) {
    if (node == null) {
      return true;
    }
    Vector vector = frame.vector(node);
    boolean whole = type != null && WHOLE.contains(type);
    return vector.sure
        && (!whole || vector.scale == 0)
        && (!"integer".equals(type) || vector.reach <= Integer.MAX_VALUE)
        && (!"double".equals(type) || vector.reach <= EXACT);
  }

  /** Whether a value of the column is of the output's type. */
  boolean converts(long value, int scale) {
    if (!Node.plain(value)) {
      return value != ODD;
    }
    if (type == null || !WHOLE.contains(type)) {
      return !"double".equals(type) || Math.abs(value) <= EXACT;
    }
    long unit = Numbers.ten(scale);
    return value % unit == 0
        && (type.equals("long") || Math.abs(value / unit) <= Integer.MAX_VALUE);
  }

  /** The value for the person at a place of the block, as the engine would give it. */
  @Nullable Object value(Frame frame, int i) {
    if (node == null) {
      return written;
    }
    Vector vector = frame.values(node);
    Object value = Asking.decoded(node.kind, vector.values[i], vector.scale, frame.batch);
    try {
      return value == null ? null : converted(value, type);
    } catch (NotKnown e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object converted(Object value, @Nullable String type) throws NotKnown {
    if (type == null) {
      return value;
    }
    if (type.equals("string") && value instanceof String) {
      return value;
    }
    if (type.equals("boolean") && value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      switch (type) {
        case "integer", "long" -> {
          return whole(number, type);
        }
        case "double" -> {
          return number.doubleValue();
        }
        default -> {
          // not a type of numbers
        }
      }
    }
    throw new NotKnown("a result that is no " + type);
  }

  private static Object whole(Number number, String type) throws NotKnown {
    try {
      long whole = new BigDecimal(number.toString()).longValueExact();
      return type.equals("long") ? (Object) whole : (Object) Math.toIntExact(whole);
    } catch (ArithmeticException e) {
      throw new NotKnown("a result that is no " + type);
    }
  }
}
