package org.lienthong.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an agency knows: records by key, in the order in which they came. Not thread-safe; {@link
 * World} guards it.
 */
final class Register {

  private final String name;
  private final String keyColumn;
  private final Map<String, Map<String, Object>> records = new LinkedHashMap<>();
  private long issued;

  private Register(String name, String keyColumn) {
    this.name = name;
    this.keyColumn = keyColumn;
  }

  /** Reads the seeds; the first column is the key, and a header says a column's type. */
  static Register read(String name, String csv) {
    List<List<String>> rows = Csv.rows(csv);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("register " + name + " has no header row");
    }
    List<Column> columns = rows.get(0).stream().map(Column::read).toList();
    Register register = new Register(name, columns.get(0).name());
    for (int line = 1; line < rows.size(); line++) {
      register.seed(columns, rows.get(line), line + 1);
    }
    register.issued = register.records.size();
    return register;
  }

  private void seed(List<Column> columns, List<String> cells, int line) {
    String place = "register " + name + ", row " + line;
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          place + " has " + cells.size() + " cells, the header has " + columns.size());
    }
    Map<String, Object> seed = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      Object value = columns.get(i).value(cells.get(i), place);
      if (value != null) {
        seed.put(columns.get(i).name(), value);
      }
    }
    Object key = seed.get(keyColumn);
    if (key == null || records.put(key.toString(), seed) != null) {
      throw new IllegalArgumentException(
          place + ": the key (" + keyColumn + ") is empty or stands twice");
    }
  }

  /** A copy that changes do not reach. */
  Register copy() {
    Register copy = new Register(name, keyColumn);
    records.forEach((key, record) -> copy.records.put(key, new TreeMap<>(record)));
    copy.issued = issued;
    return copy;
  }

  Collection<Map<String, Object>> records() {
    return records.values();
  }

  /** The number that the next change may issue. */
  long next() {
    return issued + 1;
  }

  /** Applies a merge patch to a record, which is made where it is missing. */
  Map<String, Object> patch(String key, Map<?, ?> patch) {
    Map<String, Object> record = records.computeIfAbsent(key, k -> new TreeMap<>());
    record.putIfAbsent(keyColumn, key);
    merge(record, patch);
    issued++;
    return record;
  }

  /** RFC 7396. */
  private static void merge(Map<String, Object> target, Map<?, ?> patch) {
    patch.forEach(
        (name, value) -> {
          String property = String.valueOf(name);
          if (value == null) {
            target.remove(property);
          } else if (value instanceof Map<?, ?> inner) {
            Map<String, Object> merged = new TreeMap<>();
            if (target.get(property) instanceof Map<?, ?> present) {
              merge(merged, present);
            }
            merge(merged, inner);
            target.put(property, merged);
          } else {
            target.put(property, value);
          }
        });
  }

  private record Column(String name, String type) {

    static Column read(String header) {
      int colon = header.indexOf(':');
      return colon < 0
          ? new Column(header.strip(), "text")
          : new Column(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    }

    @Nullable Object value(String cell, String place) {
      if (cell.isEmpty()) {
        return null;
      }
      try {
        return switch (type) {
          case "text" -> cell;
          case "number" -> number(cell);
          case "boolean" -> bool(cell);
          case "date" -> LocalDate.parse(cell);
          case "json" -> Objects.requireNonNull(Json.plain(Json.MAPPER.readTree(cell)));
          default -> throw new IllegalArgumentException("no such type: " + type);
        };
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(
            place + ", column " + name + ": not a " + type + ": «" + cell + "»", e);
      }
    }

    private static Object number(String cell) {
      return cell.contains(".") ? (Object) Double.valueOf(cell) : (Object) Long.valueOf(cell);
    }

    private static Object bool(String cell) {
      return switch (cell) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new IllegalArgumentException("true or false");
      };
    }
  }

  @Override
  public String toString() {
    return name + new ArrayList<>(records.keySet());
  }
}
