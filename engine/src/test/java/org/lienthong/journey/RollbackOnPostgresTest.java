package org.lienthong.journey;

import org.lienthong.PostgresTest;

/** What was rolled back is gone over PostgreSQL too. */
@PostgresTest
class RollbackOnPostgresTest extends RollbackTest {}
