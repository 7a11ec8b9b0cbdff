package org.lienthong.journey;

import org.lienthong.PostgresTest;

/** The dossier keeps its promises over PostgreSQL too. */
@PostgresTest
class DossierOnPostgresTest extends DossierTest {}
