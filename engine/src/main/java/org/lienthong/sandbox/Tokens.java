package org.lienthong.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The bearer tokens by which the application knows who calls, made of one secret. */
final class Tokens {

  /** The secret that the demonstration's settings name too. */
  static final String DEMONSTRATION = "demo-agency-token";

  private static final String ALGORITHM = "HmacSHA256";

  private final String secret;

  Tokens(String secret) {
    this.secret = secret.isEmpty() ? DEMONSTRATION : secret;
  }

  /** {@code <agency>.<HMAC of the agency's key>}. */
  String of(String agency) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] proof = mac.doFinal(agency.getBytes(StandardCharsets.UTF_8));
      return agency + "." + HexFormat.of().formatHex(proof);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
