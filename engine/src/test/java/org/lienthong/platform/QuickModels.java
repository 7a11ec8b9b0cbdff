package org.lienthong.platform;

/** Has tests that start no application read decision models as quickly as it does. */
public final class QuickModels {

  private QuickModels() {}

  /** Again is without effect. */
  public static void install() {
    SchemaOnceDmn.install();
  }
}
