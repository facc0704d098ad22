package org.iceball.io.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import org.iceball.device.Cryoprobe;
import org.iceball.tissue.Cited;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryTest {
  private static final String PROBE =
      """
      probe,property,value,low,high,unit,source,provenance
      mine,description,My probe,,,,,
      mine,diameter,2,1.9,2.1,mm,me,measured
      mine,active_length,3,2.9,3.1,cm,me,measured
      mine,freeze_temperature,-100,-110,-90,degC,me,measured
      mine,freeze_time_constant,10,5,20,s,me,measured
      mine,thaw_temperature,40,30,45,degC,me,measured
      mine,thaw_time_constant,10,5,20,s,me,measured
      """;

  @Test
  void liverIsWhatTheSourcesSay() {
    Tissue liver = TissueLibrary.bundled().find("liver").orElseThrow();
    assertThat(liver.value(TissueProperty.DENSITY)).isEqualTo(1079);
    assertThat(liver.value(TissueProperty.SPECIFIC_HEAT)).isEqualTo(3540);
    assertThat(liver.value(TissueProperty.CONDUCTIVITY)).isEqualTo(0.52);
    assertThat(liver.value(TissueProperty.LIQUIDUS)).isEqualTo(272.15);
    assertThat(liver.value(TissueProperty.SOLIDUS)).isEqualTo(265.15);
    assertThat(liver.value(TissueProperty.LATENT_HEAT) * 1079).isCloseTo(250e6, within(0.1e6));
    assertThat(liver.frozenLaw()).isEqualTo(FrozenLaw.RABIN);
    Cited perfusion = liver.properties().get(TissueProperty.PERFUSION);
    assertThat(perfusion.value()).isEqualTo(0.016);
    assertThat(perfusion.low()).isEqualTo(0.0125);
    assertThat(perfusion.high()).isEqualTo(0.020);
    assertThat(perfusion.citation().source()).contains("Dig Dis Sci 1999");
  }

  @Test
  void theUsualTissuesAndProbesAreThere() {
    assertThat(TissueLibrary.bundled().names())
        .containsExactlyInAnyOrder(
            "liver",
            "liver-cirrhotic",
            "hcc",
            "metastasis",
            "tumour",
            "muscle",
            "fat",
            "blood",
            "bile",
            "gel",
            "water");
    assertThat(ProbeLibrary.bundled().names())
        .containsExactlyInAnyOrder(
            "17G",
            "17G-short",
            "1.7mm",
            "2.1mm",
            "13G",
            "13G-short",
            "10G",
            "3.8mm",
            "LN2-3mm",
            "rabin-short",
            "rabin-long",
            "IceSeed",
            "IceSphere",
            "IceRod",
            "IcePearl-2.1CX",
            "IceForce-2.1CX",
            "IceEdge-2.4",
            "Endocare-1.7",
            "Endocare-2.4");
    Cryoprobe probe = ProbeLibrary.bundled().find("17G").orElseThrow();
    assertThat(probe.diameter().value()).isEqualTo(0.00147);
    assertThat(probe.activeLength().citation().provenance()).contains("assumed");
  }

  @Test
  void liquidsAndGelsHaveNoBloodFlow() {
    for (String name : new String[] {"blood", "bile", "gel", "water"}) {
      assertThat(TissueLibrary.bundled().find(name).orElseThrow().value(TissueProperty.PERFUSION))
          .as(name)
          .isZero();
    }
  }

  @Test
  void everyNumberHasASourceAndEveryItemADescription() {
    for (Tissue tissue : TissueLibrary.bundled().all()) {
      assertThat(tissue.description()).as(tissue.name()).isNotBlank();
      for (Cited cited : tissue.properties().values()) {
        assertThat(cited.citation().source()).as(tissue.name()).isNotBlank();
        assertThat(cited.citation().provenance()).as(tissue.name()).isNotBlank();
      }
    }
    for (Cryoprobe probe : ProbeLibrary.bundled().all()) {
      assertThat(probe.description()).as(probe.name()).isNotBlank();
    }
  }

  @Test
  void aProbeMoreIsAFewRowsMore() {
    Cryoprobe mine =
        ProbeLibrary.read(new StringReader(PROBE), "probes.csv").find("mine").orElseThrow();
    assertThat(mine.activeLength().value()).isEqualTo(0.03);
    assertThat(mine.description()).isEqualTo("My probe");
    assertThat(mine.diameter().citation().toString()).isEqualTo("me (measured)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2,1.9,2.1,mm,me,measured|2,,2.1,mm,me,measured|has no interval|3",
        "2,1.9,2.1,mm,me,measured|2,1.9,2.1,mm,,measured|has no source|3",
        "2,1.9,2.1,mm,me,measured|2,1.9,2.1,mm,me,|has no source|3",
        "2,1.9,2.1,mm,me,measured|2,2.1,1.9,mm,me,measured|outside its own interval|3",
        "2,1.9,2.1,mm,me,measured|2,1.9,2.1,,me,measured|has no unit|3",
        "2,1.9,2.1,mm,me,measured|2,1.9,2.1,m,me,measured|out of range|3",
        "mine,diameter|mine,diametre|has no row for diameter|0",
        "mine,diameter|mine,diametre|`diametre` is no property|3",
        "mine,thaw_time_constant|mine,diameter|second row for diameter|8",
        "probe,property|name,property|can't be read|1",
      })
  void aRowThatCantBeTrustedIsRefused(String good, String bad, String cause, int line) {
    String csv = PROBE.replace(good, bad);
    CaseException e =
        catchThrowableOfType(
            CaseException.class, () -> ProbeLibrary.read(new StringReader(csv), "probes.csv"));
    assertThat(e).isNotNull();
    assertThat(e.findings())
        .anySatisfy(
            f -> {
              assertThat(f.complaint()).isEqualTo(Complaint.BAD_TABLE);
              assertThat(f.cause()).contains(cause);
              assertThat(f.line()).isEqualTo(line);
            });
  }

  @Test
  void aTissueWhoseFreezingRangeMayCloseIsRefused() {
    String csv =
        Resources.text("tissues.csv").replace("liquidus,-1,-2,-0.5", "liquidus,-1,-9,-0.5");
    CaseException e =
        catchThrowableOfType(
            CaseException.class, () -> TissueLibrary.read(new StringReader(csv), "tissues.csv"));
    assertThat(e).hasMessageContaining("liquidus and solidus of liver overlap");
    String lawless = Resources.text("tissues.csv").replace("frozen_law,rabin", "frozen_law,rubin");
    assertThat(
            catchThrowableOfType(
                CaseException.class,
                () -> TissueLibrary.read(new StringReader(lawless), "tissues.csv")))
        .hasMessageContaining("liver has no frozen law");
  }
}
