package org.lienthong.journey;

import org.lienthong.PostgresTest;

/** Rivals meet over PostgreSQL too. */
@PostgresTest
class RivalsOnPostgresTest extends RivalsTest {}
