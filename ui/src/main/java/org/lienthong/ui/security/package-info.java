/** Who is at the window, and what the browser may do there. */
@NullMarked
package org.lienthong.ui.security;

import org.jspecify.annotations.NullMarked;
