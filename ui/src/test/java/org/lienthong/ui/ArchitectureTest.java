package org.lienthong.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;

/** The windows look at the interpreter from outside, and nobody reaches through them. */
class ArchitectureTest {

  private static final JavaClasses WINDOWS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.lienthong.ui");

  @Test
  void theWindowsKnowNothingOfTheEngineBehindTheInterpreter() {
    noClasses().should().dependOnClassesThat().resideInAPackage("org.camunda..").check(WINDOWS);
  }

  @Test
  void controllersStayWithinTheirPackage() {
    classes()
        .that()
        .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
        .should()
        .bePackagePrivate()
        .check(WINDOWS);
  }

  @Test
  void theProgrammingInterfaceIsNobodysLibrary() {
    classes()
        .that()
        .resideInAPackage("org.lienthong.ui.api")
        .and()
        .doNotHaveSimpleName("package-info")
        .and()
        .areTopLevelClasses()
        .should()
        .notBePublic()
        .check(WINDOWS);
  }

  @Test
  void noWindowLooksIntoOneThatLooksBack() {
    slices().matching("org.lienthong.ui.(*)..").should().beFreeOfCycles().check(WINDOWS);
  }

  @Test
  void timeComesFromTheInjectedClock() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(WINDOWS);
  }

  /** These two lie within the engine's and FEEL's own jars; models reach neither of them. */
  @Test
  void noLibraryBringsAScriptEngineBesidesTheEnginesOwn() {
    assertThat(new ScriptEngineManager().getEngineFactories())
        .extracting(factory -> factory.getClass().getPackageName())
        .containsOnly(
            "org.camunda.bpm.engine.impl.scripting.engine", "org.camunda.feel.impl.script");
  }
}
