package org.lienthong;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.camunda.bpm.engine.query.Query;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Who may know whom (see each package's {@code package-info}), and where the engine may show. */
class ArchitectureTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.lienthong");

  @Test
  void packagesKeepTheirAllowedDependencies() {
    ApplicationModules.of(Engine.class).verify();
  }

  @Test
  void theEngineNeverShowsInAPublicType() {
    classes().that(arePublicTypes()).should(notSpeakOf("org.camunda.")).check(OURS);
  }

  @Test
  void onlyThePlatformTouchesTheEnginesInternals() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.lienthong.platform..")
        .should(
            dependOnClassesThat(
                resideInAnyPackage("org.camunda.bpm.engine.impl..")
                    .or(resideInAPackage("org.camunda.bpm.engine.spring.."))))
        .check(OURS);
  }

  @Test
  void theSandboxIsForDemonstrationAndTestsOnly() {
    noClasses()
        .that(
            not(resideInAnyPackage("org.lienthong.sandbox..", "org.lienthong.scenario.."))
                .and(resideInAPackage("org.lienthong..")))
        .should(dependOnClassesThat(resideInAPackage("org.lienthong.sandbox..")))
        .check(OURS);
  }

  /** Such a query would evaluate what it is given whatever the engine's flags say. */
  @Test
  void nobodyAsksTheEngineByAnExpression() {
    ArchRule rule =
        noClasses()
            .should()
            .callMethodWhere(
                target(nameMatching(".*Expression")).and(target(owner(assignableTo(Query.class)))));
    JavaClasses walls = new ClassFileImporter().importPackages("org.lienthong.platform");

    rule.check(OURS);
    assertThat(rule.evaluate(walls).hasViolation()).as("the test at the wall asks so").isTrue();
  }

  @Test
  void timeComesFromTheInjectedClock() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.lienthong.platform..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(OURS);
  }

  @Test
  void entitiesStayWithinTheirPackage() {
    classes()
        .that()
        .areAnnotatedWith("jakarta.persistence.Entity")
        .should()
        .bePackagePrivate()
        .check(OURS);
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static DescribedPredicate<JavaClass> arePublicTypes() {
    return DescribedPredicate.describe("are public", ArchitectureTest::isPublic);
  }

  /**
   * What others see of a type: what it extends and implements, and its public and protected fields,
   * constructors and methods, with everything that stands between angle brackets.
   */
  private static ArchCondition<JavaClass> notSpeakOf(String prefix) {
    return new ArchCondition<>("not speak of " + prefix) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        shown(type)
            .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
            .filter(named -> named.getName().startsWith(prefix))
            .distinct()
            .forEach(
                named ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getName() + " speaks of " + named.getName())));
      }
    };
  }

  private static Stream<JavaType> shown(JavaClass type) {
    Stream<JavaType> above =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    Stream<JavaType> members =
        type.getMembers().stream()
            .filter(ArchitectureTest::isSeen)
            .flatMap(
                member ->
                    member instanceof JavaCodeUnit code
                        ? Stream.concat(
                            Stream.of(code.getReturnType()), code.getParameterTypes().stream())
                        : Stream.of(((JavaField) member).getType()));
    Stream<JavaType> bounds =
        type.getTypeParameters().stream().flatMap(each -> each.getUpperBounds().stream());
    return Stream.of(above, members, bounds).flatMap(each -> each);
  }

  private static boolean isSeen(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }
}
