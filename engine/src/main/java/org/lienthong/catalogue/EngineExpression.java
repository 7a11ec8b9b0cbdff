package org.lienthong.catalogue;

import java.util.List;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * What the engine's own expression language makes of a text: read by its own parser, since filters
 * by pattern have been passed by.
 */
sealed interface EngineExpression {

  /** No expression: the engine takes the text as it stands. */
  record Literal() implements EngineExpression {}

  /** A bare name, or a name and its properties: {@code ${clock.limit}}. */
  record Path(List<String> names) implements EngineExpression {}

  /** Anything more, or something that the engine could not read. */
  record Other() implements EngineExpression {}

  /** Reads any text of a model. */
  static EngineExpression read(String text) {
    if (text.indexOf('{') < 0) {
      return new Literal(); // the grammar knows no expression without one
    }
    try {
      Node root = new Builder().build(text).getRoot();
      if (root instanceof AstEval eval) {
        return path(eval.getChild(0));
      }
      return root.getCardinality() == 0 ? new Literal() : new Other();
    } catch (TreeBuilderException | IllegalArgumentException notReadable) {
      return new Other();
    }
  }

  private static EngineExpression path(Node node) {
    if (node instanceof AstIdentifier name) {
      return new Path(List.of(name.getName()));
    }
    if (node instanceof AstDot dot && dot.getChild(0) instanceof AstIdentifier name) {
      // the parser keeps the property's name to itself but for this
      return new Path(List.of(name.getName(), dot.toString().substring(1).strip()));
    }
    return new Other();
  }
}
