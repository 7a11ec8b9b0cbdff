package org.lienthong.platform;

import org.camunda.bpm.engine.ArtifactFactory;

/** Makes no object of a class that a model names. */
final class RefusingArtifactFactory implements ArtifactFactory {

  @Override
  public <T> T getArtifact(Class<T> type) {
    throw new IllegalStateException("a model may not name a class: " + type.getName());
  }
}
