package org.lienthong.ui.browser;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests that need the machine's Chromium; where there is none they say so, and are skipped. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@EnabledIf(value = "org.lienthong.ui.browser.Chromium#isThere", disabledReason = Chromium.MISSING)
@interface InABrowser {}
