package org.lienthong.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.lienthong.catalogue.LawTable;
import org.springframework.stereotype.Component;

/** Decision tables, each compiled once per published version. Thread-safe. */
@Component
class Tables {

  private record Version(String key, int number) {}

  private final TableEngine engine;
  private final Map<Version, Table> published = new ConcurrentHashMap<>();

  Tables(TableEngine engine) {
    this.engine = engine;
  }

  /**
   * The compiled table.
   *
   * @throws IllegalArgumentException if it cannot be compiled
   */
  Table of(LawTable file) {
    return file.version() == LawTable.DRAFT
        ? compile(file)
        : published.computeIfAbsent(
            new Version(file.key(), file.version()), version -> compile(file));
  }

  private Table compile(LawTable file) {
    try (InputStream dmn = file.open()) {
      return engine.compile(file.key(), file.version(), Dmn.readModelFromStream(dmn));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ModelException | DmnEngineException e) {
      throw new IllegalArgumentException("the engine cannot read the table " + file.key(), e);
    }
  }
}
