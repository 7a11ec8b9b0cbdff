/** What a life event may bring, before anybody signs in. */
@NullMarked
package org.lienthong.ui.check;

import org.jspecify.annotations.NullMarked;
