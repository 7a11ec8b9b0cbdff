package org.lienthong.catalogue;

import java.util.List;
import java.util.Map;

/**
 * A BPMN file, read: the model that the interpreter needs, and what only the checks ask.
 *
 * @param model as {@link Catalogue} hands it out
 * @param flows all ways, those without an arrow included
 * @param handedBack per call activity the variables it takes back, the callee's name first
 */
record ProcessFile(
    ProcessModel model, List<Flow> flows, Map<String, Map<String, String>> handedBack) {

  ProcessFile {
    flows = List.copyOf(flows);
    handedBack = Map.copyOf(handedBack);
  }
}
