package org.lienthong.platform;

import java.io.Reader;
import java.util.List;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.SimpleBindings;
import org.jspecify.annotations.Nullable;

/**
 * What some library might bring along unasked: a script engine on the class path, found by the
 * platform's own means, that does whatever a script says.
 */
public final class AttackScripts implements ScriptEngineFactory {

  @Override
  public List<String> getNames() {
    return List.of("groovy", "javascript");
  }

  @Override
  public ScriptEngine getScriptEngine() {
    return new Obedient(this);
  }

  @Override
  public String getEngineName() {
    return "attack";
  }

  @Override
  public String getEngineVersion() {
    return "1";
  }

  @Override
  public List<String> getExtensions() {
    return List.of();
  }

  @Override
  public List<String> getMimeTypes() {
    return List.of();
  }

  @Override
  public String getLanguageName() {
    return "attack";
  }

  @Override
  public String getLanguageVersion() {
    return "1";
  }

  @Override
  public @Nullable Object getParameter(String key) {
    return null;
  }

  @Override
  public String getMethodCallSyntax(String object, String method, String... arguments) {
    return "";
  }

  @Override
  public String getOutputStatement(String text) {
    return "";
  }

  @Override
  public String getProgram(String... statements) {
    return "";
  }

  private static final class Obedient extends AbstractScriptEngine {

    private final ScriptEngineFactory factory;

    Obedient(ScriptEngineFactory factory) {
      this.factory = factory;
    }

    @Override
    public Object eval(String script, ScriptContext context) {
      if (script.contains("bean.run()")) {
        new AttackProbe().run();
      }
      return true;
    }

    @Override
    public Object eval(Reader reader, ScriptContext context) {
      throw new UnsupportedOperationException("the engine hands over texts");
    }

    @Override
    public Bindings createBindings() {
      return new SimpleBindings();
    }

    @Override
    public ScriptEngineFactory getFactory() {
      return factory;
    }
  }
}
