package org.lienthong.platform;

import org.lienthong.platform.AttackFlags.Reached;

/** Tells when it is loaded; nothing but an attack names it, so that nothing else loads it first. */
public final class AttackLoaded {

  static {
    AttackFlags.reached.add(Reached.CLASS_LOADED);
  }

  private AttackLoaded() {}
}
