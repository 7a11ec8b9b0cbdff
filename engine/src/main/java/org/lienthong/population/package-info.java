/** Makes synthetic people, and reads and keeps populations as columns of facts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"columns"})
package org.lienthong.population;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
