package org.lienthong.ui.page;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Dates, times and amounts as people write them, in the language of the page. Thread-safe. */
@Component("words")
public class Words {

  private final MessageSource messages;
  private final Clock clock;
  private final ZoneId zone;

  public Words(
      MessageSource messages,
      Clock clock,
      @Value("${lienthong.zone:Asia/Ho_Chi_Minh}") String zone) {
    this.messages = messages;
    this.clock = clock;
    this.zone = ZoneId.of(zone);
  }

  /** The language of the page. */
  public Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  /** A message of the pages. */
  public String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  /** A message of the pages, or what stands for it where there is none. */
  public String sayOr(String key, String otherwise) {
    String text = messages.getMessage(key, null, otherwise, locale());
    return text == null ? otherwise : text;
  }

  /** A day: 05/07/2026, 5 July 2026. */
  public String day(@Nullable LocalDate date) {
    return date == null ? "" : date.format(pattern("d MMMM yyyy", "dd/MM/yyyy"));
  }

  /** The day of a moment. */
  public String day(@Nullable Instant moment) {
    return moment == null ? "" : day(moment.atZone(zone).toLocalDate());
  }

  /** A moment, to the minute. */
  public String moment(@Nullable Instant moment) {
    return moment == null
        ? ""
        : moment.atZone(zone).format(pattern("d MMMM yyyy, HH:mm", "HH:mm 'ngày' dd/MM/yyyy"));
  }

  /** How far a day is from today, in words. */
  public String away(@Nullable Instant moment) {
    if (moment == null) {
      return "";
    }
    LocalDate today = LocalDate.now(clock.withZone(zone));
    long days = ChronoUnit.DAYS.between(today, moment.atZone(zone).toLocalDate());
    if (moment.isBefore(clock.instant())) {
      return days == 0 ? say("due.overtoday") : say("due.over", -days);
    }
    if (days < 2) {
      return say(days == 0 ? "due.today" : "due.tomorrow");
    }
    return say("due.in", days);
  }

  /** Whether a moment has passed. */
  public boolean past(@Nullable Instant moment) {
    return moment != null && moment.isBefore(clock.instant());
  }

  /** Whether a moment is near: today or tomorrow. */
  public boolean near(@Nullable Instant moment) {
    return moment != null && moment.isBefore(clock.instant().plus(2, ChronoUnit.DAYS));
  }

  /**
   * An amount of money.
   *
   * @param currency its three letters; null where it is not known
   */
  public String money(@Nullable Number amount, @Nullable String currency) {
    if (amount == null) {
      return "";
    }
    return currency == null
        ? number(amount)
        : number(amount) + " " + sayOr("money." + currency, currency);
  }

  /** A number with the language's separators. */
  public String number(Number number) {
    return NumberFormat.getInstance(locale()).format(number);
  }

  /** A fact's value as people read it. */
  public String value(@Nullable Object value) {
    if (value == null || value.equals("")) {
      return say("value.none");
    }
    if (value instanceof LocalDate date) {
      return day(date);
    }
    if (value instanceof Boolean yes) {
      return say(yes ? "value.yes" : "value.no");
    }
    return value instanceof Number number ? number(number) : String.valueOf(value);
  }

  private DateTimeFormatter pattern(String english, String others) {
    return DateTimeFormatter.ofPattern(
        locale().getLanguage().equals("en") ? english : others, locale());
  }
}
