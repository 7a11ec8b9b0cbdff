package org.lienthong.design;

import org.lienthong.PostgresTest;

/** Drafts keep their promises over PostgreSQL too. */
@PostgresTest
class DraftsOnPostgresTest extends DraftsTest {}
