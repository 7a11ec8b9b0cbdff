package org.lienthong.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder, read.
 *
 * @param folder the files
 * @param process what its BPMN file says, for life events and services
 * @param forms by key
 * @param texts in every language
 * @param decisions by key
 * @param checkedDecisions those whose rule somebody has compared with the promulgated text
 * @param agency what its OpenAPI file and settings say, for agencies
 * @param parameters the dated values, for the folder of parameters
 * @param jurisdictions who makes law where, for the same folder
 * @param problems what could not be read; the checks hand it on
 */
record Content(
    Folder folder,
    @Nullable ProcessFile process,
    Map<String, Form> forms,
    Texts texts,
    Map<String, DecisionTable> decisions,
    Set<String> checkedDecisions,
    @Nullable AgencyFile agency,
    Parameters parameters,
    Jurisdictions jurisdictions,
    List<Finding> problems) {

  Content {
    forms = Map.copyOf(forms);
    decisions = Map.copyOf(decisions);
    checkedDecisions = Set.copyOf(checkedDecisions);
    problems = List.copyOf(problems);
  }

  String key() {
    return folder.key();
  }

  FolderKind kind() {
    return folder.kind();
  }
}
