/** A citizen's passage through a life event: the journey, its dossier, its steps. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "feel",
      "identity",
      "platform",
      "catalogue",
      "eligibility",
      "agency",
      "deadline"
    })
package org.lienthong.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
