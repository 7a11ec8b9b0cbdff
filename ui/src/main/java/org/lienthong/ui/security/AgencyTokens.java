package org.lienthong.ui.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The bearer tokens with which agencies call us: {@code <agency>.<HMAC-SHA256 of the agency's key
 * under lienthong.agency.token>}, so that a token proves which agency calls and a new agency needs
 * no new setting. Without that setting no agency may call. Thread-safe.
 */
@Component
public class AgencyTokens {

  private final String secret;

  AgencyTokens(@Value("${lienthong.agency.token:}") String secret) {
    this.secret = secret;
  }

  /** The token of an agency. */
  public String of(String agency) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] proof = mac.doFinal(agency.getBytes(StandardCharsets.UTF_8));
      return agency + "." + HexFormat.of().formatHex(proof);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The agency whose token this is. */
  Optional<String> agency(String token) {
    int dot = token.indexOf('.');
    if (secret.isEmpty() || dot < 1) {
      return Optional.empty();
    }
    String agency = token.substring(0, dot);
    boolean same =
        MessageDigest.isEqual(
            of(agency).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    return same ? Optional.of(agency) : Optional.empty();
  }
}
