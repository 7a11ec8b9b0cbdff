package org.lienthong.platform;

import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import org.jspecify.annotations.Nullable;

/** Says to the engine what its one script language is called. */
record FeelScriptEngineFactory(ScriptEngine engine) implements ScriptEngineFactory {

  @Override
  public String getEngineName() {
    return FeelScriptEngine.NAME;
  }

  @Override
  public String getEngineVersion() {
    return "1";
  }

  @Override
  public List<String> getExtensions() {
    return List.of(FeelScriptEngine.NAME);
  }

  @Override
  public List<String> getMimeTypes() {
    return List.of();
  }

  @Override
  public List<String> getNames() {
    return List.of(FeelScriptEngine.NAME);
  }

  @Override
  public String getLanguageName() {
    return FeelScriptEngine.NAME;
  }

  @Override
  public String getLanguageVersion() {
    return "1.3";
  }

  @Override
  public @Nullable Object getParameter(String key) {
    return switch (key) {
      case ScriptEngine.NAME, ScriptEngine.ENGINE, ScriptEngine.LANGUAGE -> FeelScriptEngine.NAME;
      default -> null;
    };
  }

  @Override
  public String getMethodCallSyntax(String object, String method, String... arguments) {
    throw new UnsupportedOperationException("FEEL calls no methods");
  }

  @Override
  public String getOutputStatement(String text) {
    throw new UnsupportedOperationException("FEEL prints nothing");
  }

  @Override
  public String getProgram(String... statements) {
    throw new UnsupportedOperationException("FEEL has no statements");
  }

  @Override
  public ScriptEngine getScriptEngine() {
    return engine;
  }
}
