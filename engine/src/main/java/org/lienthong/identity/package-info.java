/** Who is acting, and for whom. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.lienthong.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
