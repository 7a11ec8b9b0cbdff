package org.lienthong.feel;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** Walks the parser's tree, which is made of Scala products, for the names that it reads. */
final class ExpressionWalk {

  private ExpressionWalk() {}

  static Set<String> freeNames(ParsedExpression parsed) {
    Set<String> free = new TreeSet<>();
    visit(parsed.expression(), new HashSet<>(), free);
    return java.util.Collections.unmodifiableSet(free);
  }

  private static void visit(Object node, Set<String> bound, Set<String> free) {
    if (!(node instanceof Product product)) {
      if (node instanceof Iterable<?> many) {
        Iterator<?> each = many.iterator();
        while (each.hasNext()) {
          visit(each.next(), bound, free);
        }
      }
      return;
    }
    switch (product.productPrefix()) {
      case "Ref" -> {
        String first = firstOf(product.productElement(0));
        if (!bound.contains(first)) {
          free.add(first);
        }
      }
      case "For", "SomeItem", "EveryItem" -> visitIterators(product, bound, free);
      case "ConstContext" -> visitContext(product, bound, free);
      case "Filter" -> {
        visit(product.productElement(0), bound, free);
        // inside a filter the item's own fields may be read by bare name; only `item` is certain
        Set<String> inner = new HashSet<>(bound);
        inner.add("item");
        visit(product.productElement(1), inner, free);
      }
      default -> {
        for (int i = 0; i < product.productArity(); i++) {
          visit(product.productElement(i), bound, free);
        }
      }
    }
  }

  private static void visitIterators(Product node, Set<String> bound, Set<String> free) {
    Set<String> inner = new HashSet<>(bound);
    Iterator<?> pairs = ((Iterable<?>) node.productElement(0)).iterator();
    while (pairs.hasNext()) {
      Product pair = (Product) pairs.next();
      visit(pair.productElement(1), inner, free);
      inner.add(String.valueOf(pair.productElement(0)));
    }
    visit(node.productElement(1), inner, free);
  }

  private static void visitContext(Product node, Set<String> bound, Set<String> free) {
    Set<String> inner = new HashSet<>(bound);
    Iterator<?> entries = ((Iterable<?>) node.productElement(0)).iterator();
    while (entries.hasNext()) {
      Product entry = (Product) entries.next();
      visit(entry.productElement(1), inner, free);
      inner.add(String.valueOf(entry.productElement(0)));
    }
  }

  private static String firstOf(Object names) {
    return String.valueOf(((Iterable<?>) names).head());
  }
}
