/** The programming interface. */
@NullMarked
package org.lienthong.ui.api;

import org.jspecify.annotations.NullMarked;
