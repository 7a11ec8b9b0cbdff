/** What the program does on a command line, without a web server. */
@NullMarked
package org.lienthong.ui.command;

import org.jspecify.annotations.NullMarked;
