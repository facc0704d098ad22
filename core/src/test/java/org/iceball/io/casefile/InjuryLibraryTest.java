package org.iceball.io.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.iceball.injury.AnyOf;
import org.iceball.injury.Arrhenius;
import org.iceball.injury.CoolingRate;
import org.iceball.injury.HoldTime;
import org.iceball.injury.InjuryKind;
import org.iceball.injury.InjuryLaw.Cause;
import org.iceball.injury.InsideEdge;
import org.iceball.injury.Isotherm;
import org.iceball.injury.NamedLaw;
import org.iceball.injury.RepeatedFreeze;
import org.iceball.injury.ThermalDose;
import org.iceball.injury.ThreeState;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InjuryLibraryTest extends CaseFileTestBase {
  private static final String LAWS =
      """
      law,property,value,low,high,unit,source,provenance
      a,description,Cold,,,,,
      a,kind,colder_than,,,,me,measured
      a,usual,yes,,,,me,measured
      a,temperature,-20,-25,-15,degC,me,measured
      b,description,Cold or held,,,,,
      b,kind,any_of,,,,me,measured
      b,usual,no,,,,me,measured
      b,parts,a,,,,me,measured
      c,description,Held,,,,,
      c,kind,held_below,,,,me,measured
      c,usual,no,,,,me,measured
      c,temperature,-20,-25,-15,degC,me,measured
      c,duration,1,1,5,min,me,measured
      """;

  @Test
  void theLawsAreWhatTheSourcesSay() {
    InjuryLibrary library = InjuryLibrary.bundled();
    double[] thresholds = {-16.1, -19.4, -20, -25, -30, -40};
    String[] names = {"cold-16.1", "cold-19.4", "cold-20", "cold-25", "cold-30", "cold-40"};
    for (int n = 0; n < names.length; n++) {
      Isotherm law = (Isotherm) library.find(names[n]).orElseThrow().law();
      assertThat(law.temperature() - 273.15).isCloseTo(thresholds[n], within(1e-9));
    }
    assertThat(library.find("hold-20").orElseThrow().law()).isEqualTo(new HoldTime(253.15, 60));
    assertThat(library.find("twice-20").orElseThrow().law())
        .isEqualTo(new RepeatedFreeze(253.15, 272.15, 2));
    CoolingRate fast = (CoolingRate) library.find("fast-20").orElseThrow().law();
    assertThat(fast.rate()).isCloseTo(20 / 60.0, within(1e-12));
    assertThat(library.find("edge-1.1mm").orElseThrow().law())
        .isEqualTo(new InsideEdge(273.15, 1.1e-3));
    assertThat(library.find("edge-4mm").orElseThrow().law())
        .isEqualTo(new InsideEdge(273.15, 4e-3));
    assertThat(((AnyOf) library.find("combined").orElseThrow().law()).laws())
        .containsExactly(
            new Isotherm(233.15), new HoldTime(253.15, 60), new RepeatedFreeze(253.15, 272.15, 2));
    Arrhenius arrhenius = (Arrhenius) library.find("arrhenius").orElseThrow().law();
    assertThat(arrhenius.frequency()).isEqualTo(7.39e39);
    assertThat(arrhenius.energy()).isEqualTo(257_700);
    assertThat(library.find("three-state").orElseThrow().law())
        .isEqualTo(new ThreeState(0.00333, 0.00777, 40.5, 0.99, 0.8, 313.15));
    assertThat(library.find("cem43").orElseThrow().law())
        .isEqualTo(new ThermalDose(240 * 60, 312.15));
  }

  @Test
  void everyKindIsInUseAndEveryNumberHasItsSource() {
    Set<InjuryKind> used = EnumSet.noneOf(InjuryKind.class);
    for (NamedLaw law : InjuryLibrary.bundled().all()) {
      used.add(law.kind());
      assertThat(law.description()).as(law.name()).isNotEmpty();
      assertThat(law.numbers().keySet())
          .containsExactlyInAnyOrderElementsOf(
              law.kind().numbers().stream().map(InjuryKind.Parameter::key).toList());
      law.numbers()
          .forEach(
              (key, cited) -> {
                assertThat(cited.citation().source()).as(law.name() + " " + key).isNotEmpty();
                assertThat(cited.citation().provenance()).isNotEmpty();
              });
    }
    assertThat(used).containsExactlyInAnyOrder(InjuryKind.values());
  }

  @Test
  void aCaseThatNamesNoLawsHasTheUsualOnesOfFreezing() {
    List<NamedLaw> usual = InjuryLibrary.bundled().usual();
    assertThat(usual).extracting(NamedLaw::name).contains("cold-20", "cold-40", "combined");
    assertThat(usual).allMatch(law -> law.law().cause() == Cause.FREEZING);
    assertThat(read(GOOD).asked().injury()).isEqualTo(usual);
    assertThat(read(GOOD + "injury: []\n").asked().injury()).isEmpty();
    assertThat(read(GOOD + "injury: [cem43, cold-25]\n").asked().injury())
        .extracting(NamedLaw::name)
        .containsExactly("cem43", "cold-25");
  }

  @Test
  void aLawMoreIsAFewRows() {
    InjuryLibrary library = InjuryLibrary.read(new StringReader(LAWS), "laws.csv");
    assertThat(library.names()).containsExactly("a", "b", "c");
    assertThat(library.usual()).hasSize(1);
    assertThat(library.find("b").orElseThrow().law())
        .isEqualTo(new AnyOf(List.of(new Isotherm(253.15))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,temperature,-20,-25,-15|a,temperature,-20,,-15|no interval",
        "a,temperature,-20,-25,-15,degC,me|a,temperature,-20,-25,-15,degC,|no source",
        "a,temperature,-20,-25,-15|a,temperature,-20,-15,-25|order them",
        "a,temperature,-20,-25,-15|a,temperature,20,15,25|out of range",
        "a,kind,colder_than|a,kind,colder|no kind known here",
        "a,temperature|a,temperatur|no row for temperature",
        "b,parts,a|b,parts,c|does not stand above it",
        "c,duration,1,1,5,min|c,duration,1,1,5,mm|duration",
      })
  void aRowThatCannotBeTrustedIsRefused(String words, String others, String cause) {
    assertThat(LAWS).contains(words);
    String table = LAWS.replace(words, others);
    CaseException refused =
        catchThrowableOfType(
            CaseException.class, () -> InjuryLibrary.read(new StringReader(table), "laws.csv"));
    assertThat(refused).as(others).isNotNull();
    assertThat(refused.findings()).allMatch(f -> f.complaint() == Complaint.BAD_TABLE);
    assertThat(refused.findings().stream().map(f -> f.cause() + " " + f.remedy()).toList())
        .anyMatch(c -> c.contains(cause));
  }
}
