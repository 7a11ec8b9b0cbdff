package org.lienthong.catalogue;

import org.lienthong.PostgresTest;

/** Publishing keeps its promises over PostgreSQL too. */
@PostgresTest
class PublicationOnPostgresTest extends PublicationTest {}
