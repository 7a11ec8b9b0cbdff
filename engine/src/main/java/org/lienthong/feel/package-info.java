/**
 * The one expression language: parses, inspects and evaluates FEEL.
 *
 * <p>May use nothing of ours.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.lienthong.feel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
