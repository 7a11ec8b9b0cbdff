/** Tests over the content: every message says what is wrong and how to mend it. */
@NullMarked
package org.lienthong.processes;

import org.jspecify.annotations.NullMarked;
