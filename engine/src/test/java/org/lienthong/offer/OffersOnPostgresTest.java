package org.lienthong.offer;

import org.lienthong.PostgresTest;

/** The same over PostgreSQL. */
@PostgresTest
class OffersOnPostgresTest extends OffersTest {}
