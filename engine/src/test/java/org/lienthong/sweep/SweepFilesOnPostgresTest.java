package org.lienthong.sweep;

import org.lienthong.PostgresTest;

/** The same over PostgreSQL. */
@PostgresTest
class SweepFilesOnPostgresTest extends SweepFilesTest {}
