package org.lienthong.columns;

/** What became of a table: columns, or a reason why the engine must evaluate it. */
public sealed interface Compilation {

  /** The table can be evaluated in columns. */
  record Compiled(Program program) implements Compilation {}

  /**
   * The table holds something that the compiler does not know.
   *
   * @param reason what and where, in words for its designer
   */
  record NotCompiled(String reason) implements Compilation {}
}
