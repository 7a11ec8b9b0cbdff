/** Says what changed rules would do to people, before anybody publishes them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue", "eligibility", "columns", "population"})
package org.lienthong.whatif;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
