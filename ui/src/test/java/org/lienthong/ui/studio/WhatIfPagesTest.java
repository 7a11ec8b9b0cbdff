package org.lienthong.ui.studio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.design.Drafts;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.identity.Actor;
import org.lienthong.identity.Role;
import org.lienthong.ui.Windows;
import org.springframework.beans.factory.annotation.Autowired;

/** A designer tries a change before it is published, without a script. */
class WhatIfPagesTest extends Windows {

  private static final String PAGE = "/studio/what-if";
  private static final String KEY = "social-pension";
  private static final String FILE = "social-pension-entitlement.dmn";
  private static final Actor AN = new Actor("d-an", "An", Set.of(Role.DESIGNER), null);
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @Autowired Catalogue catalogue;
  @Autowired Drafts drafts;
  @Autowired Eligibility eligibility;

  private String live() {
    return new String(
        catalogue.folder(FolderKind.DECISION, KEY).orElseThrow().files().get(FILE), UTF_8);
  }

  private String younger() {
    return live().replace(">&lt; 70<", ">&lt; 65<").replace("[70..75)", "[65..75)");
  }

  @AfterEach
  void noDraftStaysOpen() {
    drafts.discard(FolderKind.DECISION, KEY, AN);
  }

  @Test
  void theDraftIsTriedAndExplained() {
    drafts.save(FolderKind.DECISION, KEY, FILE, younger().getBytes(UTF_8), 0, AN);
    Visitor an = signedIn("d-an");
    assertThat(an.get("/studio/dmn/" + KEY + "/" + FILE).body()).contains(PAGE + "?folder=" + KEY);

    String page = tried(an, Map.of("day", "2026-11-01", "group", "householdPoverty"), "", "");

    assertThat(page)
        .contains("Được thêm", "Theo tỉnh, thành", "Ngân sách mỗi năm", "01/11/2026", "10.000")
        .contains("+", "mỗi tháng", "Không được hưởng")
        .doesNotContain("??", "{0}", "social-pension-entitlement.age");
    String english = an.get(PAGE + "?folder=" + KEY + "&lang=en").body();
    assertThat(english).contains("Gain", "Yearly budget", "a month").doesNotContain("??", "{0}");
  }

  @Test
  void anUnchangedFileMakesNoDifference() {
    String page = tried(signedIn("d-an"), Map.of(), FILE, live());

    assertThat(page).contains("Không có khác biệt nào", FILE);
  }

  @Test
  void whatWasReallyDecidedIsTriedForWhoMay() {
    for (int year = 1957; year < 1960; year++) {
      eligibility.assess(
          UUID.randomUUID().toString(),
          "social-pension-entitlement",
          Map.of(
              "birthDate",
              LocalDate.of(year, 3, 14),
              "onDate",
              LocalDate.of(2026, 10, 1),
              "householdPoverty",
              "POOR",
              "monthlyPension",
              0L,
              "monthlyAllowance",
              0L),
          Map.of());
    }
    Visitor an = signedIn("d-an");

    String page = tried(an, Map.of("recorded", "true"), FILE, younger());

    assertThat(page).contains("Trên các hồ sơ đã quyết định").doesNotContain("1957-03-14", "14/03");
    Visitor khoa = signedIn("d-khoa");
    assertThat(khoa.get(PAGE).body()).doesNotContain("name=\"recorded\"");
    assertThat(send(khoa, Map.of("recorded", "true"), FILE, live()).statusCode()).isEqualTo(403);
  }

  @Test
  void whatCannotBeTriedIsSaid() {
    Visitor an = signedIn("d-an");
    assertThat(tried(an, Map.of(), "", "")).contains("chưa có bản nháp");
    assertThat(tried(an, Map.of(), "else.dmn", live())).contains(FILE).contains("Tên tệp");
    assertThat(tried(an, Map.of("day", "2026-02-30"), FILE, live())).contains("Ngày không đúng");
    assertThat(tried(an, Map.of("group", "none"), FILE, live())).contains("trong danh sách");
    assertThat(tried(an, Map.of("folder", "none"), FILE, live())).contains("Hãy chọn quy định");
    assertThat(tried(an, Map.of(), FILE, "x".repeat(1_100_000))).contains("quá 1 MB");
    assertThat(tried(an, Map.of(), FILE, live().replace(">&lt; 70<", ">&lt; 0<")))
        .contains("chưa công bố được", "Dòng này không bao giờ được dùng đến", "lang=\"vi\"");
    assertThat(signedIn("o-ha").get(PAGE).statusCode()).isEqualTo(403);
  }

  private String tried(Visitor visitor, Map<String, String> fields, String file, String text) {
    HttpResponse<String> answer = send(visitor, fields, file, text);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String next = answer.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> page = visitor.get(next.substring(next.indexOf(PAGE)));
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  private HttpResponse<String> send(
      Visitor visitor, Map<String, String> fields, String file, String text) {
    Matcher token = TOKEN.matcher(visitor.get(PAGE).body());
    assertThat(token.find()).isTrue();
    Map<String, String> all = new LinkedHashMap<>(Map.of("folder", KEY, "people", "10000"));
    all.put("_csrf", token.group(1));
    all.putAll(fields);
    StringBuilder body = new StringBuilder();
    all.forEach((name, value) -> body.append(part("name=\"" + name + "\"", value)));
    body.append(part("name=\"file\"; filename=\"" + file + "\"", text));
    body.append("--part--\r\n");
    return visitor.send(
        visitor
            .to(PAGE)
            .header("Content-Type", "multipart/form-data; boundary=part")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  private static String part(String name, String value) {
    return "--part\r\nContent-Disposition: form-data; " + name + "\r\n\r\n" + value + "\r\n";
  }
}
