package org.lienthong.sweep;

import org.lienthong.PostgresTest;

/** The same over PostgreSQL. */
@PostgresTest
class SweepsOnPostgresTest extends SweepsTest {}
