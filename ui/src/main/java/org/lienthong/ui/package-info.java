/** The windows: pages for people, the designer's studio, and the programming interface. */
@NullMarked
package org.lienthong.ui;

import org.jspecify.annotations.NullMarked;
