package org.lienthong.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHomeTest {

  @TempDir Path directory;

  @Test
  void unpacksWhatTheProgramBringsAlongWhereThereIsNothing() {
    List<Folder> unpacked = new ContentHome(directory.toString(), Set.of()).read();

    assertThat(digests(unpacked)).containsAll(digests(checkout()));
    assertThat(directory.resolve("processes/life-events/demo-event/demo-event.bpmn")).exists();
  }

  @Test
  void readsFoldersInTheOrderInWhichTheyLeanOnEachOther() {
    assertThat(checkout().stream().map(Folder::kind).distinct())
        .containsExactly(
            FolderKind.PARAMETERS,
            FolderKind.AGENCY,
            FolderKind.DECISION,
            FolderKind.SERVICE,
            FolderKind.LIFE_EVENT);
  }

  @Test
  void writesAFolderWholeAndLeavesNothingOfTheOldOne() throws IOException {
    ContentHome home = new ContentHome(directory.toString(), Set.of());
    Files.createDirectories(directory.resolve("processes"));
    home.write(service(Map.of("a.yaml", bytes("old"), "b.yaml", bytes("old"))));

    Folder fresh = service(Map.of("a.yaml", bytes("new"), "replies/c.json", bytes("{}")));
    home.write(fresh);

    Folder read = home.read().get(0);
    assertThat(read.files().keySet()).containsExactly("a.yaml", "replies/c.json");
    assertThat(FolderDigest.of(read)).isEqualTo(FolderDigest.of(fresh));
    try (Stream<Path> beside = Files.list(directory.resolve("processes/services"))) {
      assertThat(beside).hasSize(1);
    }
  }

  @Test
  void takesNoOtherFileForLaw() throws IOException {
    Files.createDirectories(directory.resolve("processes"));
    Files.createDirectories(directory.resolve("decisions"));
    Files.writeString(directory.resolve("decisions/parameters.yaml"), "{}");
    Files.writeString(directory.resolve("decisions/population.yaml"), "a: &b {}");

    List<Folder> read = new ContentHome(directory.toString(), Set.of()).read();

    assertThat(read).hasSize(1);
    assertThat(read.get(0).files().keySet()).containsExactly("parameters.yaml");
  }

  @Test
  void writesNowhereElse() throws IOException {
    Files.createDirectories(directory.resolve("home/processes"));
    ContentHome home = new ContentHome(directory.resolve("home").toString(), Set.of());

    assertThatThrownBy(() -> home.write(service(Map.of("../../../../out.yaml", bytes("x")))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(directory.resolve("out.yaml")).doesNotExist();
  }

  @Test
  void tellsFoldersApartByNamesAndBytes() {
    String digest = FolderDigest.of(service(Map.of("a.yaml", bytes("x"))));

    assertThat(digest).hasSize(64);
    assertThat(FolderDigest.of(service(Map.of("a.yaml", bytes("y"))))).isNotEqualTo(digest);
    assertThat(FolderDigest.of(service(Map.of("b.yaml", bytes("x"))))).isNotEqualTo(digest);
    assertThat(FolderDigest.of(service(Map.of("a.yaml", bytes("x"))))).isEqualTo(digest);
  }

  @Test
  void keepsFilesInABundle() {
    Folder folder = checkout().get(0);

    Folder back =
        new Folder(folder.kind(), folder.key(), Bundle.unpack(Bundle.pack(folder.files())));

    assertThat(FolderDigest.of(back)).isEqualTo(FolderDigest.of(folder));
  }

  private static List<Folder> checkout() {
    return new ContentHome("src/test/resources/content", Set.of()).read();
  }

  private static List<String> digests(List<Folder> folders) {
    return folders.stream().map(f -> f.key() + " " + FolderDigest.of(f)).toList();
  }

  private static Folder service(Map<String, byte[]> files) {
    return new Folder(FolderKind.SERVICE, "some-service", files);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
