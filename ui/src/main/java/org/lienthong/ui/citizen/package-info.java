/** The citizen's pages. */
@NullMarked
package org.lienthong.ui.citizen;

import org.jspecify.annotations.NullMarked;
