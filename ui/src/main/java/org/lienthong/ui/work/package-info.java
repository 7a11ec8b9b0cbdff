/** The caseworker's pages. */
@NullMarked
package org.lienthong.ui.work;

import org.jspecify.annotations.NullMarked;
