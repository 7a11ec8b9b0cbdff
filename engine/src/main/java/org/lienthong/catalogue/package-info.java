/**
 * What is published: life events, services, agencies, forms and texts; the checks on content;
 * deployment.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"feel", "deadline", "columns", "analysis"})
package org.lienthong.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
