/** Questions as pages: one renderer for every form. */
@NullMarked
package org.lienthong.ui.form;

import org.jspecify.annotations.NullMarked;
