/**
 * What is wrong with a decision table as a whole: cases that no row covers, rows that contradict
 * each other, rows that never answer, answers that are never given.
 *
 * <p>Knows tables, facts and days, and nothing of law, services or people.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"feel", "columns"})
package org.lienthong.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
