/**
 * The process engine: its configuration, what expressions may reach, and the hooks by which the
 * rest hears of activities.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"feel"})
package org.lienthong.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
