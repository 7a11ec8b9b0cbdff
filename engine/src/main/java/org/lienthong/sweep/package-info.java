/** Finds everybody who is entitled, over a whole population, and keeps what may be offered. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "agency",
      "identity",
      "columns",
      "catalogue",
      "eligibility",
      "population"
    })
package org.lienthong.sweep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
