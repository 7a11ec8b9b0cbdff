/** Decides who is entitled, explains it and remembers it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"feel", "columns", "catalogue", "deadline"})
package org.lienthong.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
