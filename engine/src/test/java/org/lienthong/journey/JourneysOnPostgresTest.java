package org.lienthong.journey;

import org.lienthong.PostgresTest;

/** Journeys keep their promises over PostgreSQL too. */
@PostgresTest
class JourneysOnPostgresTest extends JourneysTest {}
