package org.lienthong.platform;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.Feel;

/**
 * The script formats of a model: {@code feel}, and no other.
 *
 * <p>Nothing is looked up on the class path, so a library that brings a script engine changes
 * nothing, and the engine's own format {@code juel}, which goes round the expression manager, is
 * not there.
 */
final class FeelOnlyScriptEngineResolver implements ScriptEngineResolver {

  private final ScriptEngine feel;

  FeelOnlyScriptEngineResolver(Feel feel) {
    this.feel = new FeelScriptEngine(feel);
  }

  @Override
  public @Nullable ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
    return FeelScriptEngine.NAME.equals(language) ? feel : null;
  }

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    throw new UnsupportedOperationException("models are scripted in FEEL only");
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    throw new UnsupportedOperationException("models are scripted in FEEL only");
  }
}
