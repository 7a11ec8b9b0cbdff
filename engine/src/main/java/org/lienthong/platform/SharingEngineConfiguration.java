package org.lienthong.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.TransactionFactory;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;

/**
 * Engines of one JVM share the engine's own SQL statements, read once per kind of database: nothing
 * at an engine's start takes longer than reading them, and every scenario that is played starts an
 * engine. Connections are each engine's own.
 */
final class SharingEngineConfiguration extends SpringProcessEngineConfiguration {

  private static final Map<String, Configuration> STATEMENTS = new ConcurrentHashMap<>();

  @Override
  protected void initSqlSessionFactory() {
    Configuration statements = STATEMENTS.computeIfAbsent(databaseType, kind -> read());
    sqlSessionFactory = new Sessions(statements, transactionFactory, dataSource);
  }

  private Configuration read() {
    super.initSqlSessionFactory();
    return sqlSessionFactory.getConfiguration();
  }

  /** Opens sessions on an engine's own data source, whosever read the statements. */
  private static final class Sessions extends DefaultSqlSessionFactory {

    private final TransactionFactory transactions;
    private final DataSource source;

    Sessions(Configuration statements, TransactionFactory transactions, DataSource source) {
      super(statements);
      this.transactions = transactions;
      this.source = source;
    }

    @Override
    public SqlSession openSession() {
      Configuration statements = getConfiguration();
      return new DefaultSqlSession(
          statements,
          statements.newExecutor(transactions.newTransaction(source, null, false)),
          false);
    }
  }
}
