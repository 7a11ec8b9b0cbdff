package org.lienthong.catalogue;

import org.lienthong.feel.Feel;

/**
 * Whether every fact that a model reads is there by then and of the right type, and every fact that
 * it gathers is read by somebody.
 */
final class FactFlow implements Check {

  private final Feel feel;

  FactFlow(Feel feel) {
    this.feel = feel;
  }

  @Override
  public void check(Content content, Contents all, Findings findings) {
    ProcessFile process = content.process();
    if (process != null) {
      FactSources sources = new FactSources(content, process, all, feel);
      FactUse use = new FactUse(content, process, all, sources, feel, findings);
      use.check();
    }
  }
}
