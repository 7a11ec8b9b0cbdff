package org.lienthong.eligibility;

import org.lienthong.PostgresTest;

@PostgresTest
class JurisdictionOnPostgresTest extends JurisdictionTest {}
