package org.lienthong.ui;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** Signing in by one click is for this machine alone, and its people for the demonstration. */
class DemoWallTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
  void startsTheDemonstrationOnALoopbackAddress(String address) {
    assertThatCode(() -> new DemoWall(demo(address))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "0.0.0.0", "::", "192.0.2.1", "2001:db8::1"})
  void startsTheDemonstrationNowhereElse(@Nullable String address) {
    assertThatThrownBy(() -> new DemoWall(demo(address)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("server.address=127.0.0.1");
  }

  @Test
  void asksForTheLoopbackAmongOtherProfilesToo() {
    MockEnvironment environment = demo("0.0.0.0");
    environment.setActiveProfiles("production", "demo");

    assertThatThrownBy(() -> new DemoWall(environment)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lienthong.personas[0].ref", "lienthong.personas[7].name"})
  void refusesPeopleOfTheDemonstrationOutsideIt(String setting) {
    MockEnvironment environment = new MockEnvironment().withProperty(setting, "p-eve");

    assertThatThrownBy(() -> new DemoWall(environment))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lienthong.personas");
  }

  @Test
  void listensWhereverItIsToldOutsideTheDemonstration() {
    MockEnvironment environment = new MockEnvironment().withProperty("server.address", "0.0.0.0");

    assertThatCode(() -> new DemoWall(environment)).doesNotThrowAnyException();
  }

  private static MockEnvironment demo(@Nullable String address) {
    MockEnvironment environment =
        new MockEnvironment().withProperty("lienthong.personas[0].ref", "p-lan");
    environment.setActiveProfiles("demo");
    if (address != null) {
      environment.setProperty("server.address", address);
    }
    return environment;
  }
}
