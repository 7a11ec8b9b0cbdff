package org.lienthong.population;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * People in a CSV file (RFC 4180, UTF-8): first the column {@code personRef}, then facts.
 *
 * <p>Read as a stream, in batches; a bad row is told and left out, and the reading goes on.
 */
public final class PeopleFile {

  private static final int BUFFER = 1 << 20;
  private static final int HEADER = 1 << 16;

  private PeopleFile() {}

  /**
   * What became of a file.
   *
   * @param read rows that were handed over
   * @param left rows that were left out
   */
  public record Count(long read, long left) {}

  /**
   * Reads a file.
   *
   * @param known the facts that a file may name
   * @param lists what its lists are made of
   * @param size the most people in a batch
   * @throws PeopleFileProblems if the header names other columns, or one twice
   */
  public static Count read(
      Reader text,
      FactColumns known,
      ListCheck lists,
      int size,
      Consumer<PeopleBatch> each,
      Consumer<BadCell> bad) {
    try {
      Reader below = new BufferedReader(text, BUFFER);
      FactColumns columns = columns(header(below), known);
      return rows(below, new RowReader(columns, size, lists, bad), each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Count rows(Reader text, RowReader rows, Consumer<PeopleBatch> each)
      throws IOException {
    try (CsvReader<Boolean> csv = builder().build(rows, text);
        CloseableIterator<Boolean> records = csv.iterator()) {
      while (records.hasNext()) {
        records.next();
        if (rows.isFull()) {
          each.accept(rows.take());
        }
      }
    } catch (CsvParseException e) {
      rethrow(e.getCause());
      rows.breakOff();
    }
    if (!rows.isEmpty()) {
      each.accept(rows.take());
    }
    return rows.count();
  }

  /** What went wrong around the text is wrapped, too, and is not the text's fault. */
  private static void rethrow(@Nullable Throwable cause) throws IOException {
    if (cause instanceof IOException e) {
      throw e;
    }
    if (cause instanceof RuntimeException e && !(e instanceof CsvParseException)) {
      throw e;
    }
  }

  /** Lenient, so that one bad row does not end the reading; {@link RowReader} is strict per row. */
  @SuppressWarnings("removal") // without allowExtraChars… a stray quote would end the reading
  private static CsvReader.CsvReaderBuilder builder() {
    return CsvReader.builder()
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize(BUFFER);
  }

  /** The first line, so that what follows can be read by its kinds. */
  private static List<String> header(Reader text) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = text.read(); c >= 0 && c != '\n'; c = text.read()) {
      if (line.length() == HEADER) {
        throw new PeopleFileProblems(Map.of(CsvText.PERSON_REF, "missing"));
      }
      line.append((char) c);
    }
    String header = line.toString().replace("\uFEFF", "").strip();
    try (CsvReader<CsvRecord> csv = builder().ofCsvRecord(new StringReader(header))) {
      return csv.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
    } catch (CsvParseException e) {
      return List.of();
    }
  }

  private static FactColumns columns(List<String> header, FactColumns known) {
    Map<String, FactKind> columns = new LinkedHashMap<>();
    Map<String, String> problems = new LinkedHashMap<>();
    if (header.isEmpty() || !header.get(0).equals(CsvText.PERSON_REF)) {
      throw new PeopleFileProblems(Map.of(CsvText.PERSON_REF, "missing"));
    }
    for (int i = 1; i < header.size(); i++) {
      String name = header.get(i);
      FactKind kind = known.kinds().get(name);
      if (kind == null) {
        boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_-]{0,79}");
        problems.put(plain ? name : "column " + (i + 1), "unknown-column");
      } else if (columns.put(name, kind) != null) {
        problems.put(name, "named-twice");
      }
    }
    if (!problems.isEmpty()) {
      throw new PeopleFileProblems(problems);
    }
    return new FactColumns(columns);
  }
}
