package org.lienthong.columns;

import org.jspecify.annotations.Nullable;
import org.lienthong.feel.FeelTree;

/** Builds sums, differences, products and quotients. */
final class Operators {

  private final NodeReader reader;

  Operators(NodeReader reader) {
    this.reader = reader;
  }

  Node read(FeelTree tree, @Nullable Node input) throws NotKnown {
    Node left = reader.read(tree.tree(0), input);
    if (tree.kind().equals("ArithmeticNegation")) {
      if (left.kind != Kind.NUMBER) {
        throw new NotKnown("a minus before what is no number");
      }
      return reader.add(new Arithmetic.Signed(left, false));
    }
    Node right = reader.read(tree.tree(1), input);
    return switch (tree.kind()) {
      case "Addition" -> sum(left, right, 1);
      case "Subtraction" -> sum(left, right, -1);
      case "Multiplication" -> reader.add(new Arithmetic.Product(number(left), number(right)));
      default -> reader.add(new Arithmetic.Quotient(number(left), number(right)));
    };
  }

  private Node sum(Node left, Node right, int sign) throws NotKnown {
    String kinds = left.kind + (sign > 0 ? "+" : "-") + right.kind;
    return switch (kinds) {
      case "NUMBER+NUMBER", "NUMBER-NUMBER" -> sum(Kind.NUMBER, left, right, sign);
      case "DATE-DATE" -> sum(Kind.DAYS, left, right, sign);
      case "DATE+DAYS", "DATE-DAYS" -> sum(Kind.DATE, left, right, sign);
      case "DAYS+DATE" -> sum(Kind.DATE, right, left, sign);
      case "DATE+MONTHS", "DATE-MONTHS" -> reader.add(new Calendar.Shifted(left, right, sign));
      case "MONTHS+DATE" -> reader.add(new Calendar.Shifted(right, left, sign));
      case "MONTHS+MONTHS", "MONTHS-MONTHS", "DAYS+DAYS", "DAYS-DAYS" ->
          sum(left.kind, left, right, sign);
      default -> throw new NotKnown("a sum or difference of " + kinds);
    };
  }

  private Node sum(Kind kind, Node left, Node right, int sign) {
    return reader.add(new Arithmetic.Sum(kind, left, right, sign));
  }

  private static Node number(Node node) throws NotKnown {
    if (node.kind != Kind.NUMBER) {
      throw new NotKnown("arithmetic with what is no number");
    }
    return node;
  }
}
