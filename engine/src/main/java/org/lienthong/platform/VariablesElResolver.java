package org.lienthong.platform;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;

/**
 * Knows the process's variables by their bare names, and of {@code execution} one property: {@code
 * processBusinessKey}. Read-only.
 */
final class VariablesElResolver extends ELResolver {

  /** What {@code execution} is to an expression: it carries the key and is no execution. */
  private record BusinessKey(@Nullable String value) {}

  @Override
  public @Nullable Object getValue(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    if (base instanceof BusinessKey key && "processBusinessKey".equals(property)) {
      context.setPropertyResolved(true);
      return key.value();
    }
    if (base != null || !(property instanceof String name)) {
      return null;
    }
    Object scope = context.getContext(VariableScope.class);
    if (!(scope instanceof VariableScope variables)) {
      return null;
    }
    if (name.equals("execution")) {
      context.setPropertyResolved(true);
      return businessKey(variables);
    }
    if (!variables.hasVariable(name)) {
      return null;
    }
    context.setPropertyResolved(true);
    return variables.getVariable(name);
  }

  private static BusinessKey businessKey(VariableScope scope) {
    ExecutionEntity execution = null;
    if (scope instanceof ExecutionEntity own) {
      execution = own;
    } else if (scope instanceof TaskEntity task) {
      execution = task.getExecution();
    }
    return new BusinessKey(execution == null ? null : execution.getProcessBusinessKey());
  }

  @Override
  public @Nullable Class<?> getType(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    return null;
  }

  @Override
  public void setValue(
      ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
    throw new PropertyNotWritableException("expressions only read");
  }

  @Override
  public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
    return true;
  }

  @Override
  public Iterator<FeatureDescriptor> getFeatureDescriptors(
      ELContext context, @Nullable Object base) {
    return Collections.emptyIterator();
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
    return String.class;
  }
}
