/** Asks government bodies and is told by them: requests, replies, outages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"feel", "catalogue", "platform"})
package org.lienthong.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
