/** Human work: the citizen's to-dos and the caseworker's queue are one thing seen by two actors. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"identity", "platform", "catalogue", "journey", "deadline", "feel"})
package org.lienthong.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
