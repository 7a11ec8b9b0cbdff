package org.lienthong.catalogue;

/** The shape of a fact. */
public enum FactType {
  TEXT,
  NUMBER,
  BOOLEAN,
  DATE,
  LIST,
  CONTEXT
}
