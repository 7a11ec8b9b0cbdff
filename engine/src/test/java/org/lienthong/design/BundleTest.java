package org.lienthong.design;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.catalogue.FolderKind;

class BundleTest {

  @Test
  void givesBackWhatItPacked() {
    Map<String, byte[]> files =
        Map.of("texts.vi.yaml", "tên: Khai sinh".getBytes(UTF_8), "registers/a.csv", new byte[0]);

    assertThat(Bundle.unpack(Bundle.pack(files)))
        .containsOnlyKeys("registers/a.csv", "texts.vi.yaml")
        .containsEntry("texts.vi.yaml", "tên: Khai sinh".getBytes(UTF_8));
  }

  @Test
  void namesTwoFoldersApartWhoseBytesRunTogether() {
    assertThat(Bundle.digest(Map.of("a", "bc".getBytes(UTF_8))))
        .hasSize(64)
        .isNotEqualTo(Bundle.digest(Map.of("ab", "c".getBytes(UTF_8))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.bpmn",
        "/etc/evil.yaml",
        "a/b/c.yaml",
        "a\\b.yaml",
        "evil.jsp",
        ".hidden.yaml",
        "a..yaml",
        "x.bpmn/../../y.bpmn",
        "",
        "birth.bpmn\0.yaml",
        "Birth.BPMN"
      })
  void refusesFilesThatAFolderDoesNotHave(String file) {
    assertThat(FileNames.allowed(FolderKind.LIFE_EVENT, file)).isFalse();
  }

  @Test
  void allowsTheFilesOfEachKind() {
    assertThat(FileNames.allowed(FolderKind.LIFE_EVENT, "demo-event.bpmn")).isTrue();
    assertThat(FileNames.allowed(FolderKind.LIFE_EVENT, "texts.vi.yaml")).isTrue();
    assertThat(FileNames.allowed(FolderKind.AGENCY, "registers/people.csv")).isTrue();
    assertThat(FileNames.allowed(FolderKind.DECISION, "demo-benefit.dmn")).isTrue();
    assertThat(FileNames.allowed(FolderKind.DECISION, "demo-event.bpmn")).isFalse();
  }
}
