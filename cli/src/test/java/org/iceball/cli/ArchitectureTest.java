package org.iceball.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The house rules that a compiler does not know. Sees every module that ends up in the jar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
  /** The steps of the staircase inside core; those on one step do not see each other either. */
  private static final List<List<String>> STAIRCASE =
      List.of(
          List.of("units"),
          List.of("grid"),
          List.of("tissue"),
          List.of("device"),
          List.of("injury"),
          List.of("model"),
          List.of("electric"),
          List.of("solve"),
          List.of("plan", "study"),
          List.of("io"),
          List.of("meshes", "gpu"),
          List.of("cli"));

  private static final Set<String> OPENS_FOR_WRITING =
      Set.of(
          "java.nio.file.Files.write",
          "java.nio.file.Files.writeString",
          "java.nio.file.Files.newOutputStream",
          "java.nio.file.Files.newBufferedWriter",
          "java.nio.file.Files.createFile",
          "java.nio.file.Files.createTempFile",
          "java.nio.file.Files.createTempDirectory",
          "java.nio.file.Files.createDirectory",
          "java.nio.file.Files.createDirectories",
          "java.nio.file.Files.createLink",
          "java.nio.file.Files.createSymbolicLink",
          "java.nio.file.Files.copy",
          "java.nio.file.Files.move",
          "java.io.File.createNewFile",
          "java.io.File.createTempFile",
          "java.io.File.mkdir",
          "java.io.File.mkdirs",
          "java.io.File.renameTo");

  private static final Set<String> FILE_WRITERS =
      Set.of(
          "java.io.FileOutputStream",
          "java.io.FileWriter",
          "java.io.RandomAccessFile",
          "java.nio.file.StandardOpenOption",
          "javax.imageio.stream.FileImageOutputStream",
          "java.util.logging.FileHandler");

  private JavaClasses product;

  @BeforeAll
  void readTheClasses() {
    product =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.iceball");
  }

  @Test
  void theRulesSeeTheCoreAndTheMeshes() {
    assertThat(product.contain("org.iceball.model.Case")).isTrue();
    assertThat(product.contain("org.iceball.cli.Main")).isTrue();
    assertThat(product.stream().anyMatch(c -> c.getPackageName().startsWith("org.iceball.meshes")))
        .isTrue();
  }

  @Test
  void aStepOfTheStaircaseSeesOnlyThoseToItsLeft() {
    for (int i = 0; i < STAIRCASE.size(); i++) {
      for (String step : STAIRCASE.get(i)) {
        String[] unseen =
            STAIRCASE.subList(i, STAIRCASE.size()).stream()
                .flatMap(List::stream)
                .filter(other -> !other.equals(step))
                .map(other -> "org.iceball." + other + "..")
                .toArray(String[]::new);
        if (unseen.length > 0) {
          noClasses()
              .that()
              .resideInAPackage("org.iceball." + step + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(unseen)
              .allowEmptyShould(true)
              .check(product);
        }
      }
    }
  }

  @Test
  void everyPackageStandsOnTheStaircase() {
    String[] known =
        STAIRCASE.stream()
            .flatMap(List::stream)
            .map(step -> "org.iceball." + step + "..")
            .toArray(String[]::new);
    noClasses().should().resideOutsideOfPackages(known).check(product);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("org.iceball.(**)").should().beFreeOfCycles().check(product);
  }

  @Test
  void eachLibraryLivesInItsRoom() {
    room(
        "files",
        new String[] {"org.iceball.io.."},
        "tools.jackson..",
        "com.fasterxml..",
        "org.snakeyaml..",
        "io.jhdf..",
        "org.apache.commons.csv..",
        "org.knowm..");
    room(
        "numbers",
        new String[] {
          "org.iceball.injury..", "org.iceball.model..", "org.iceball.plan..", "org.iceball.study.."
        },
        "org.ejml..",
        "org.apache.commons.math3..",
        "org.apache.commons.rng..",
        "org.apache.commons.statistics..",
        "org.apache.commons.numbers..");
    room("command line", new String[] {"org.iceball.cli.."}, "picocli..");
    room("OpenCL", new String[] {"org.iceball.gpu.."}, "org.jocl..");
    room("logging", new String[] {}, "org.slf4j..");
  }

  private void room(String name, String[] inside, String... libraries) {
    noClasses()
        .that(
            describe(
                "live outside the " + name + " room", c -> !resideInAnyPackage(inside).test(c)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .check(product);
  }

  @Test
  void onlyAtomicFileCreatesFiles() {
    outside("org.iceball.io.AtomicFile")
        .should()
        .callMethodWhere(
            describe("makes a file or a folder", call -> OPENS_FOR_WRITING.contains(name(call))))
        .check(product);
    outside("org.iceball.io.AtomicFile")
        .should()
        .dependOnClassesThat(
            describe("write files", target -> FILE_WRITERS.contains(target.getName())))
        .check(product);
    outside("org.iceball.io.AtomicFile")
        .should()
        .callConstructorWhere(
            describe(
                "a writer to a named file",
                call ->
                    Set.of("java.io.PrintWriter", "java.io.PrintStream", "java.util.Formatter")
                            .contains(call.getTargetOwner().getName())
                        && call.getTarget().getRawParameterTypes().stream()
                            .limit(1)
                            .anyMatch(
                                type ->
                                    Set.of("java.lang.String", "java.io.File")
                                        .contains(type.getName()))))
        .check(product);
  }

  @Test
  void onlyMainEndsTheProcess() {
    outside("org.iceball.cli.Main")
        .should()
        .callMethodWhere(
            describe(
                "ends the process",
                call ->
                    Set.of(
                            "java.lang.System.exit",
                            "java.lang.Runtime.exit",
                            "java.lang.Runtime.halt")
                        .contains(name(call))))
        .check(product);
  }

  @Test
  void onlyTheCommandLineSpeaksToThePerson() {
    outside("org.iceball.cli.Console")
        .should()
        .accessFieldWhere(
            describe(
                "is a standard stream",
                access ->
                    Set.of("java.lang.System.out", "java.lang.System.err").contains(name(access))))
        .check(product);
  }

  @Test
  void staticFieldsHoldConstantsOnly() {
    Set<String> changing =
        Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.security.SecureRandom",
            "java.util.ArrayList",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.lang.StringBuilder",
            "java.lang.ThreadLocal");
    DescribedPredicate<JavaClass> mutable =
        describe(
            "a type that changes",
            type ->
                changing.contains(type.getName())
                    || type.getPackageName().startsWith("java.util.concurrent"));
    ArchRule constants =
        fields()
            .that()
            .areStatic()
            .and()
            // a counter that keeps temporary names apart; nothing depends on its value
            .areNotDeclaredIn("org.iceball.io.AtomicFile")
            .should()
            .beFinal()
            .andShould()
            .notHaveRawType(mutable);
    constants.check(product);
  }

  @Test
  void nothingIsDrawnWithoutASeed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ThreadLocalRandom.class)
        .check(product);
    noClasses().should().callConstructor(java.util.Random.class).check(product);
    noClasses().should().callConstructor(java.util.SplittableRandom.class).check(product);
    noClasses().should().callMethod(Math.class, "random").check(product);
  }

  @Test
  void theSolverKnowsNoFilesAndNoChance() {
    noClasses()
        .that(resideInAPackage("org.iceball.solve.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..", "java.util.random..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(java.util.Random.class, java.util.SplittableRandom.class)
        .check(product);
  }

  @Test
  void nobodyHasPublicSetters() {
    noMethods().that().arePublic().should().haveNameMatching("set[A-Z].*").check(product);
  }

  private static GivenClassesConjunction outside(String home) {
    return noClasses()
        .that(
            describe(
                "are not " + home,
                c -> !c.getName().equals(home) && !c.getName().startsWith(home + "$")));
  }

  private static String name(JavaAccess<? extends AccessTarget> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }
}
