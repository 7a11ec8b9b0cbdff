package org.lienthong.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What is bundled for browsers is named with its licence, and its licence's words go with it. */
class NoticeTest {

  /** As the front end's build writes it. */
  private static final Pattern BUNDLED = Pattern.compile("(?m)^== (\\S+) \\S+ \\((.*)\\)$");

  private static final Pattern NAMED =
      Pattern.compile("(?m)^  (bpmn\\.io licence|MIT|ISC|Apache-2\\.0): (.*(?:\n    .*)*)\\.$");

  @Test
  void namesEveryPackageOfTheBundleUnderItsLicenceAndNoOther() throws IOException {
    String licences = licences();
    Map<String, Set<String>> bundled = new TreeMap<>();
    for (Matcher each = BUNDLED.matcher(licences); each.find(); ) {
      String licence = each.group(2).replace("SEE LICENSE IN LICENSE", "bpmn.io licence");
      bundled.computeIfAbsent(licence, l -> new TreeSet<>()).add(each.group(1));
    }
    Map<String, Set<String>> named = new TreeMap<>();
    for (Matcher each = NAMED.matcher(packed("NOTICE")); each.find(); ) {
      named.put(each.group(1), new TreeSet<>(Set.of(each.group(2).split(",\\s+"))));
    }

    assertThat(named).as("NOTICE, beside what is in the bundle").isEqualTo(bundled);
    assertThat(bundled).containsKeys("bpmn.io licence", "MIT");
  }

  @Test
  void handsOnTheWordsOfEveryLicence() throws IOException {
    assertThat(licences())
        .contains("the watermark must stay fully visible and not visually overlapped")
        .contains("The above copyright notice and this permission notice shall be included in")
        .contains("Digitaliseringsdirektoratet", "Copyright (c) 2015-present Jason Miller");
    assertThat(packed("NOTICE")).contains("https://bpmn.io/license/");
    assertThat(packed("LICENSE")).contains("Apache License", "Version 2.0, January 2004");
  }

  private static String licences() throws IOException {
    assumeThat(new ClassPathResource("static/ui/licences.txt").exists())
        .as("the front end was left out of the build")
        .isTrue();
    return text("static/ui/licences.txt");
  }

  /** As it goes into the jar; other jars on the class path have files of the same name. */
  private static String packed(String name) throws IOException {
    return Files.readString(Path.of("target", "classes", "META-INF", name));
  }

  private static String text(String name) throws IOException {
    return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
  }
}
