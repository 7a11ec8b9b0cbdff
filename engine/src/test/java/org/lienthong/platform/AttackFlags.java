package org.lienthong.platform;

import java.util.EnumSet;
import java.util.Set;

/**
 * What an attack reached; apart from the classes that it aims at, so that looking loads nothing.
 */
public final class AttackFlags {

  /** How far an attack came. */
  public enum Reached {
    FETCHED,
    CLASS_LOADED,
    OBJECT_MADE,
    CODE_RAN
  }

  static final Set<Reached> reached = EnumSet.noneOf(Reached.class);

  private AttackFlags() {}
}
