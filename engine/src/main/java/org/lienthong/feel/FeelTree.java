package org.lienthong.feel;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/**
 * An expression taken apart, for those who evaluate it otherwise than FEEL does.
 *
 * <p>Its kind is the parser's word for it ({@code Addition}, {@code ConstNumber}, {@code Ref}); its
 * parts are trees, lists of parts, or values: texts, booleans, {@link java.math.BigDecimal}, dates
 * and durations. Immutable.
 */
public final class FeelTree {

  private final Product node;
  private final List<Object> parts;

  private FeelTree(Product node) {
    this.node = node;
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < node.productArity(); i++) {
      all.add(part(node.productElement(i)));
    }
    this.parts = Collections.unmodifiableList(all);
  }

  static FeelTree of(ParsedExpression parsed) {
    return new FeelTree((Product) (Object) parsed.expression());
  }

  private static Object part(Object value) {
    if (value instanceof camundajar.impl.scala.math.BigDecimal number) {
      return number.bigDecimal();
    }
    if (value instanceof Iterable<?> many) {
      List<Object> items = new ArrayList<>();
      Iterator<?> each = many.iterator();
      while (each.hasNext()) {
        items.add(part(each.next()));
      }
      return Collections.unmodifiableList(items);
    }
    return value instanceof Product product ? new FeelTree(product) : value;
  }

  /** The parser's word for what this is. */
  public String kind() {
    return node.productPrefix();
  }

  /** How many parts it has. */
  public int size() {
    return parts.size();
  }

  /** A part that is a tree itself. */
  public FeelTree tree(int i) {
    return (FeelTree) parts.get(i);
  }

  /** A part that is a list. */
  public List<?> list(int i) {
    return (List<?>) parts.get(i);
  }

  /** A part that is a value. */
  public Object value(int i) {
    return parts.get(i);
  }

  /** The variables that it reads and does not itself define, sorted. */
  public Set<String> reads() {
    return ExpressionWalk.freeNames(parsed());
  }

  /** Whether a tree of this kind, or of one of these kinds, stands anywhere in it. */
  public boolean holds(Set<String> kinds) {
    return kinds.contains(kind()) || holds(parts, kinds);
  }

  private static boolean holds(List<?> parts, Set<String> kinds) {
    for (@Nullable Object part : parts) {
      if (part instanceof FeelTree tree
          ? tree.holds(kinds)
          : part instanceof List<?> l && holds(l, kinds)) {
        return true;
      }
    }
    return false;
  }

  /** The names of all functions that it calls, wherever. */
  public Set<String> calls() {
    Set<String> names = new java.util.TreeSet<>();
    calls(List.of(this), names);
    return names;
  }

  private static void calls(List<?> parts, Set<String> names) {
    for (@Nullable Object part : parts) {
      if (part instanceof FeelTree tree) {
        if (tree.kind().equals("FunctionInvocation")) {
          names.add(String.valueOf(tree.value(0)));
        }
        calls(tree.parts, names);
      } else if (part instanceof List<?> list) {
        calls(list, names);
      }
    }
  }

  ParsedExpression parsed() {
    return new ParsedExpression((Exp) (Object) node, toString());
  }

  /** As the parser writes it; for messages to designers. */
  @Override
  public String toString() {
    return node.toString();
  }
}
