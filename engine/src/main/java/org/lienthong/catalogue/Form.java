package org.lienthong.catalogue;

import java.util.List;

/**
 * What a person is asked, as its form-js file tells it.
 *
 * @param key the file's name without its ending
 * @param fields the components in order
 */
public record Form(String key, List<Field> fields) {

  public Form {
    fields = List.copyOf(fields);
  }
}
