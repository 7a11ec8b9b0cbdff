/**
 * Decision tables compiled to columns: predicates over primitive arrays, for many people at once.
 *
 * <p>Knows tables, facts and days, and nothing of law, services or people.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"feel"})
package org.lienthong.columns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
