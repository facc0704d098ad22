package org.iceball.validation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the references may know: a reference that shares code with the engine proves little. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndependenceTest {
  private JavaClasses classes;

  @BeforeAll
  void readTheClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.iceball.validation");
  }

  @Test
  void exactSolutionsKnowNothingOfTheEngine() {
    noClasses()
        .that()
        .resideInAPackage("org.iceball.validation.exact..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.iceball.units..",
            "org.iceball.grid..",
            "org.iceball.tissue..",
            "org.iceball.device..",
            "org.iceball.injury..",
            "org.iceball.model..",
            "org.iceball.solve..",
            "org.iceball.io..")
        .check(classes);
  }

  @Test
  void referencesDoNotCallTheSolver() {
    noClasses()
        .that()
        .resideInAPackage("org.iceball.validation.oracle..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.iceball.solve..", "org.iceball.injury..", "org.iceball.io..")
        .check(classes);
  }

  @Test
  void theBookKnowsNoCase() {
    noClasses()
        .that()
        .resideInAPackage("org.iceball.validation.book..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.iceball.validation.cases..",
            "org.iceball.validation.engine..",
            "org.iceball.validation.oracle..")
        .check(classes);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("org.iceball.validation.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void eachLibraryHasOneRoom() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.iceball.validation.book..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.knowm..", "org.apache.commons.csv..")
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.iceball.validation.command..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..")
        .check(classes);
  }
}
