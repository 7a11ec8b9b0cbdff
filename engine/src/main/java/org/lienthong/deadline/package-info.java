/** Working days and statutory time limits. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.lienthong.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
