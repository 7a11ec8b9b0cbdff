package org.lienthong.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A local table answers in the place of the country's for the people of a place, so nobody who asks
 * may notice a difference but in the answer.
 */
final class LocalTables implements Check {

  @Override
  public void check(Content content, Contents all, Findings findings) {
    for (DecisionTable table : content.decisions().values()) {
      Jurisdictions.local(table.key())
          .ifPresent(local -> local(table, local, content.decisions(), all, findings));
    }
  }

  private static void local(
      DecisionTable table,
      Jurisdictions.Local local,
      Map<String, DecisionTable> decisions,
      Contents all,
      Findings findings) {
    String file = table.key() + ".dmn";
    List<String> path = all.jurisdictions().path(local.code());
    Optional<DecisionTable> own = Optional.ofNullable(decisions.get(local.decision()));
    if (path.isEmpty() && own.isPresent()) {
      findings.error(
          "jurisdiction-unknown", file, table.key(), JurisdictionStyle.unknown(local.code()));
    } else if (!path.isEmpty() && own.isEmpty()) {
      findings.error(
          "local-alone",
          file,
          table.key(),
          "The table is for the people of "
              + local.code()
              + " only, and nobody decides for the others. Add "
              + local.decision()
              + ".dmn to this folder.");
    } else if (own.isPresent()) {
      String country = all.jurisdictions().country(table.key()).map(Jurisdiction::code).orElse("");
      if (path.size() == 1 || !path.contains(country)) {
        findings.error(
            "jurisdiction-foreign",
            file,
            table.key(),
            "Only a part of "
                + country
                + " overrides its table, and "
                + local.code()
                + " is none.");
      }
      same(file, table, own.get(), findings);
    }
  }

  private static void same(String file, DecisionTable table, DecisionTable own, Findings findings) {
    if (!table.outputs().equals(own.outputs())) {
      findings.error(
          "local-outputs",
          file,
          table.key(),
          "Whoever asks "
              + own.key()
              + " expects the outputs "
              + own.outputs()
              + "; this table has "
              + table.outputs()
              + ". Give it the same, with the same types.");
    }
    if (!Objects.equals(table.keyDate(), own.keyDate())) {
      findings.error(
          "local-key-date",
          file,
          table.key(),
          own.key()
              + " takes its law from the day "
              + own.keyDate()
              + ", this table from "
              + table.keyDate()
              + ". Both judge by the same day.");
    }
  }
}
