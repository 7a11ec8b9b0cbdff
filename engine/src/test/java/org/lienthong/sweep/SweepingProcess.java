package org.lienthong.sweep;

import org.lienthong.Engine;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A machine of its own, which works on whatever sweep is running, until it is killed. */
final class SweepingProcess {

  private SweepingProcess() {}

  public static void main(String... settings) {
    new SpringApplicationBuilder(Engine.class).web(WebApplicationType.NONE).run(settings);
  }
}
