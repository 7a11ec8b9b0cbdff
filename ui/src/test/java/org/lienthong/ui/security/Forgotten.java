package org.lienthong.ui.security;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody adds one day without a rule on who may see it. */
@RestController
class Forgotten {

  static final String ADDRESS = "/forgotten";
  static final String SECRET = "what nobody should see";

  @GetMapping({ADDRESS, "/api" + ADDRESS})
  String show() {
    return SECRET;
  }
}
