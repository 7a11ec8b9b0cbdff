/** The designer's studio: folders, models, drafts and their review. */
@NullMarked
package org.lienthong.ui.studio;

import org.jspecify.annotations.NullMarked;
