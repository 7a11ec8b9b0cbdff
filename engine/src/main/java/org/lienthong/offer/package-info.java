/** What becomes of an offer: it is told, confirmed, declined, passed over in silence, or void. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "identity",
      "platform",
      "catalogue",
      "eligibility",
      "sweep",
      "journey",
      "worklist"
    })
package org.lienthong.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
