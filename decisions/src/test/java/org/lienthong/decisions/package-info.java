/** The tests over the decision tables. */
@NullMarked
package org.lienthong.decisions;

import org.jspecify.annotations.NullMarked;
