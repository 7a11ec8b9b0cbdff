package org.lienthong.columns;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What people are evaluated against.
 *
 * @param keyDate the day whose law applies to everybody; null takes each one's own
 * @param today the day of tables that name none
 * @param places per person the place whose law applies; null for the country's
 */
public record Asked(
    @Nullable LocalDate keyDate, LocalDate today, int @Nullable [] places, Amounts amounts) {}
