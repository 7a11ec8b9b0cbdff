/**
 * Measures how fast decisions are taken, beside other engines; run by {@code mvn -Pbench verify}.
 */
@NullMarked
package org.lienthong.decisions.bench;

import org.jspecify.annotations.NullMarked;
