package org.iceball.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import org.iceball.device.Phase.Kind;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolWordsTest {
  private static final Phase FREEZE = new Phase(Kind.FREEZE, 600);
  private static final Phase THAW = new Phase(Kind.PASSIVE_THAW, 300);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10-5-10",
        " 10 - 5 - 10 min ",
        "freeze 10 min, thaw 5 min passive, freeze 10 min",
        "freeze 10 min, thaw 5 min, freeze 10 min",
        "freeze 10 min; passive thaw 300 s; Freeze 600 s",
        "Freeze 10 min,thaw passive 5 min,freeze 0.166666666666666666666666666666666667 h",
      })
  void theClassicDoubleFreezeHasManyWords(String words) {
    assertThat(ProtocolWords.parse(words).phases()).containsExactly(FREEZE, THAW, FREEZE);
  }

  @Test
  void aFourthNumberIsAFinalPassiveThaw() {
    assertThat(ProtocolWords.parse("10-5-10-5").phases())
        .containsExactly(FREEZE, THAW, FREEZE, THAW);
  }

  @Test
  void anOpenLastThawIsAssumedAndSaid() {
    ProtocolWords.Reading reading =
        ProtocolWords.read(
            List.of("freeze 10 min, thaw 5 min passive, freeze 10 min, thaw active"));
    assertThat(reading.openEnded()).isTrue();
    assertThat(reading.protocol().phases())
        .containsExactly(FREEZE, THAW, FREEZE, new Phase(Kind.ACTIVE_THAW, 180));
    assertThat(ProtocolWords.read(List.of("10-5-10")).openEnded()).isFalse();
  }

  @Test
  void aListOfPhrasesIsOneProtocol() {
    assertThat(
            ProtocolWords.read(List.of("freeze 10 min", "thaw 5 min", "10-5")).protocol().phases())
        .containsExactly(FREEZE, THAW, FREEZE, THAW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10|is no phase",
        "banana|is no phase",
        "''|is no phase",
        "freeze|doesn't say for how long",
        "thaw active, freeze 10 min|doesn't say for how long",
        "freeze 10|`10` has no unit",
        "freeze 10 mm|is a length, not a time",
        "freeze ten min|is no number",
        "freeze 0 min|can't last 0 min",
        "freeze -1 min|can't last -1 min",
        "freeze 25 h|can't last 25 h",
        "10-0-10|can't last 0 min",
        "10-5.5.5-10|is no number",
        "10-5-10, |is no phase",
        "freeze 10 min passive|is no phase",
        "freeze thaw 10 min|is no phase",
        "thaw active passive 10 min|is no phase",
        "freeze freeze 10 min|says `freeze` twice",
        "thaw 5 min|nothing in the protocol freezes",
        "freeze 20 h, freeze 20 h|longer than 24 h",
      })
  void whatIsNoProtocolIsRefusedWithTheReason(String words, String cause) {
    CaseException e = catchThrowableOfType(CaseException.class, () -> ProtocolWords.parse(words));
    assertThat(e).isNotNull();
    assertThat(e.findings()).hasSize(1);
    assertThat(e.findings().get(0).complaint()).isEqualTo(Complaint.BAD_PROTOCOL);
    assertThat(e.findings().get(0).cause()).contains(cause);
    assertThat(e.findings().get(0).remedy()).isNotEmpty();
  }

  @Test
  void aProtocolOfAThousandPhasesIsRefused() {
    CaseException e =
        catchThrowableOfType(
            CaseException.class, () -> ProtocolWords.parse("freeze 1 s,".repeat(1000)));
    assertThat(e.findings().get(0).complaint()).isEqualTo(Complaint.BAD_PROTOCOL);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      List<Phase> phases = new java.util.ArrayList<>(List.of(FREEZE));
      for (int j = random.nextInt(6); j > 0; j--) {
        Kind kind = List.of(Kind.values()).get(random.nextInt(3));
        phases.add(new Phase(kind, 1 + random.nextInt(1000)));
      }
      Protocol protocol = new Protocol(phases);
      Protocol back = ProtocolWords.parse(ProtocolWords.text(protocol));
      assertThat(back.phases()).hasSameSizeAs(phases);
      for (int j = 0; j < phases.size(); j++) {
        assertThat(back.phases().get(j).kind()).isEqualTo(phases.get(j).kind());
        assertThat(back.phases().get(j).duration())
            .isCloseTo(phases.get(j).duration(), org.assertj.core.api.Assertions.within(1e-8));
      }
    }
  }
}
