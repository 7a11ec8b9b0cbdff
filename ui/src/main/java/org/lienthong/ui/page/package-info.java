/** What every page shares: frame, language, wording, mishaps. */
@NullMarked
package org.lienthong.ui.page;

import org.jspecify.annotations.NullMarked;
