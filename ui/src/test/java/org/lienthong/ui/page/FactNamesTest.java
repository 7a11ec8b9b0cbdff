package org.lienthong.ui.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;

class FactNamesTest {

  private final Catalogue catalogue = mock(Catalogue.class);
  private final FactNames names =
      new FactNames(
          catalogue, new Words(new StaticMessageSource(), Clock.systemUTC(), "Asia/Ho_Chi_Minh"));

  @AfterEach
  void forgetTheLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void callAnAmountOfTheLawByItsLabel() {
    when(catalogue.agencies()).thenReturn(List.of());
    when(catalogue.publications()).thenReturn(List.of());
    when(catalogue.liveTexts(FolderKind.PARAMETERS, "parameters"))
        .thenReturn(
            new Texts(
                Map.of(
                    "vi", Map.of("someAmount.label", "Mức nào đó"),
                    "en", Map.of("someAmount.label", "Some amount"))));

    LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
    assertThat(names.of("someAmount")).isEqualTo("Mức nào đó");
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThat(names.of("someAmount")).isEqualTo("Some amount");
    assertThat(names.of("otherAmount")).isEqualTo("other amount");
  }
}
