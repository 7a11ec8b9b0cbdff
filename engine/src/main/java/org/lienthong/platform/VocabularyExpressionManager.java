package org.lienthong.platform;

import java.lang.reflect.Method;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * What an expression in a model may reach: the process's variables, what lies in their maps and
 * lists, and the business key.
 *
 * <p>No bean, no method, no function, no Java: there is no resolver that would know one, and the
 * parser refuses a call before the model is deployed.
 */
final class VocabularyExpressionManager extends JuelExpressionManager {

  VocabularyExpressionManager() {
    // the grammar of before method calls: `${x.run()}` does not even parse
    setExpressionFactory(new ExpressionFactoryImpl(ExpressionFactoryImpl.Profile.JEE5));
  }

  @Override
  protected ELResolver createElResolver() {
    boolean readOnly = true;
    CompositeELResolver resolver = new CompositeELResolver();
    resolver.add(new VariablesElResolver());
    resolver.add(new ListELResolver(readOnly));
    resolver.add(new MapELResolver(readOnly));
    return resolver;
  }

  /** The engine offers `now()`, `currentUser()` and more at its start; models have none of them. */
  @Override
  public void addFunction(String name, Method function) {
    // nothing is added: FEEL has the functions
  }

  /** Tables are FEEL: an expression in another language fails, in whatever way it got there. */
  @Override
  protected ElProvider createElProvider() {
    return text -> {
      throw new ELException("decision tables are written in FEEL only");
    };
  }
}
