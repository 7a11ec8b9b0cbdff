/** Drafts, review and publication for process designers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "catalogue"})
package org.lienthong.design;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
