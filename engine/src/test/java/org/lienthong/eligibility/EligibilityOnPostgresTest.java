package org.lienthong.eligibility;

import org.lienthong.PostgresTest;

/** Remembers the same over PostgreSQL. */
@PostgresTest
class EligibilityOnPostgresTest extends EligibilityTest {}
