/** The pages of sweeps: who is entitled, and who does not receive it. */
@NullMarked
package org.lienthong.ui.sweep;

import org.jspecify.annotations.NullMarked;
