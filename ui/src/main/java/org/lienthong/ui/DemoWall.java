package org.lienthong.ui;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Refuses to start where signing in by one click could be reached by strangers. */
@Component
class DemoWall {

  private static final Bindable<Map<String, Object>> ANYTHING =
      Bindable.mapOf(String.class, Object.class);

  DemoWall(Environment environment) {
    boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
    if (demo && !loopback(environment.getProperty("server.address"))) {
      throw new IllegalStateException(
          "Profile demo lets everybody sign in as anybody, so it only starts on a loopback"
              + " address. Set server.address=127.0.0.1, or leave the profile out.");
    }
    if (!demo && Binder.get(environment).bind("lienthong.personas", ANYTHING).isBound()) {
      throw new IllegalStateException(
          "lienthong.personas are people of the demonstration; they may not be set outside"
              + " profile demo.");
    }
  }

  private static boolean loopback(@Nullable String address) {
    if (address == null || address.isBlank()) {
      return false;
    }
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
