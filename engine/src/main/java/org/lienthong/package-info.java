@NullMarked
package org.lienthong;

import org.jspecify.annotations.NullMarked;
