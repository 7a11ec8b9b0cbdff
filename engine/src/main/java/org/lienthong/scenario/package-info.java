/** Plays scenarios on a fresh engine with a clock of its own. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "identity",
      "platform",
      "catalogue",
      "eligibility",
      "agency",
      "journey",
      "worklist",
      "population",
      "sweep",
      "offer",
      "sandbox",
      "feel"
    })
package org.lienthong.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
