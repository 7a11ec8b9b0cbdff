/** Agencies over real HTTP, with registers and a ledger; never outside demonstration and tests. */
@NullMarked
@ApplicationModule(allowedDependencies = {"feel"})
package org.lienthong.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
