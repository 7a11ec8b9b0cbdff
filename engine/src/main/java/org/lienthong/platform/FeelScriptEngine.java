package org.lienthong.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.Feel;

/**
 * FEEL as the engine's script language.
 *
 * <p>FEEL's own adapter hands over every binding, the running execution among them, and reads and
 * calls Java objects by reflection. This one hands over the variables that the expression names,
 * and {@link Feel} refuses any that is not a plain value. Thread-safe.
 */
final class FeelScriptEngine extends AbstractScriptEngine {

  static final String NAME = "feel";

  private final Feel feel;
  private final ScriptEngineFactory factory = new FeelScriptEngineFactory(this);

  FeelScriptEngine(Feel feel) {
    this.feel = feel;
  }

  @Override
  public @Nullable Object eval(String script, ScriptContext context) throws ScriptException {
    try {
      Bindings bindings = context.getBindings(ScriptContext.ENGINE_SCOPE);
      Map<String, Object> variables = new HashMap<>();
      for (String name : feel.parse(script).freeNames()) {
        Object value = bindings.get(name);
        if (value != null) {
          variables.put(name, value);
        }
      }
      return feel.evaluate(script, variables);
    } catch (IllegalArgumentException notFeel) {
      throw new ScriptException(notFeel);
    }
  }

  @Override
  public @Nullable Object eval(Reader reader, ScriptContext context) throws ScriptException {
    StringWriter script = new StringWriter();
    try {
      reader.transferTo(script);
    } catch (IOException unreadable) {
      throw new ScriptException(unreadable);
    }
    return eval(script.toString(), context);
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
