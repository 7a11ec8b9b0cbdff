package org.lienthong.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SafeXmlTest {

  @Test
  void readsNamespaces() {
    var root = SafeXml.parse("<a:b xmlns:a='urn:a'/>".getBytes(UTF_8)).getDocumentElement();

    assertThat(root.getNamespaceURI()).isEqualTo("urn:a");
    assertThat(root.getLocalName()).isEqualTo("b");
  }

  @Test
  void refusesADoctype() {
    assertThatThrownBy(
            () -> parse("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>"))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("DOCTYPE");
  }

  @Test
  void refusesTooDeepNesting() {
    int deep = SafeXml.MAX_DEPTH + 1;
    assertThatThrownBy(() -> parse("<a>".repeat(deep) + "</a>".repeat(deep)))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("nested deeper than 100");

    parse("<a>".repeat(SafeXml.MAX_DEPTH) + "</a>".repeat(SafeXml.MAX_DEPTH));
  }

  @Test
  void refusesTooManyBytes() {
    assertThatThrownBy(() -> parse("<a>" + " ".repeat(SafeXml.MAX_BYTES) + "</a>"))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("at most");
  }

  @Test
  void saysWhereXmlIsBroken() {
    assertThatThrownBy(() -> parse("<a>\n<b></a>"))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("line 2");
  }

  private static void parse(String xml) {
    SafeXml.parse(xml.getBytes(UTF_8));
  }
}
