package org.lienthong.platform;

import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** Decision tables in FEEL, whatever language a file asks for. */
final class FeelOnlyTables {

  private FeelOnlyTables() {}

  /** A configuration in which a cell without a language is FEEL, and one with another fails. */
  static DefaultDmnEngineConfiguration configuration() {
    DefaultDmnEngineConfiguration tables =
        (DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    String feel = DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE;
    tables.setDefaultInputExpressionExpressionLanguage(feel);
    tables.setDefaultInputEntryExpressionLanguage(feel);
    tables.setDefaultOutputEntryExpressionLanguage(feel);
    tables.setDefaultLiteralExpressionLanguage(feel);
    tables.setElProvider(
        text -> {
          throw new IllegalStateException("decision tables are written in FEEL only");
        });
    tables.setScriptEngineResolver(language -> null);
    return tables;
  }
}
