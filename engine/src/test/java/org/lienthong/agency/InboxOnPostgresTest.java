package org.lienthong.agency;

import org.lienthong.PostgresTest;
import org.springframework.test.context.ContextConfiguration;

/** Being told goes the same over PostgreSQL. */
@ContextConfiguration(initializers = PostgresTest.Start.class)
class InboxOnPostgresTest extends InboxTest {}
