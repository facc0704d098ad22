package org.iceball.io.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iceball.io.SyntheticOutcome;
import org.iceball.solve.Outcome;
import org.iceball.study.WhatIf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SummaryWriterTest {
  private static final Provenance PROVENANCE = new Provenance("0.1.0-test", "Test VM 17");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theSummaryIsValid(boolean target) throws IOException {
    assertThat(schema().validate(json(outcome(target)), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIfIsValidToo(boolean target) throws IOException {
    Outcome outcome = outcome(target);
    WhatIf whatIf =
        new WhatIf(
            List.of(
                new WhatIf.Run("as it is", outcome, Optional.empty()),
                new WhatIf.Run("more", outcome, Optional.of(outcome.needles().get(0)))));
    byte[] bytes = SummaryWriter.encode(outcome, whatIf, PROVENANCE);
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
    assertThat(SummaryText.of(outcome, whatIf, PROVENANCE)).contains("The needle more is");
    assertThat(schema().validate(text.replace("\"change\"", "\"changes\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void theSchemaRefusesWhatIsNotDocumented() throws IOException {
    String text = json(outcome(true));
    String[] wrong = {
      text.replace("\"volume_ml\"", "\"volume\""),
      text.replace("\"schema\" : 1", "\"schema\" : 2"),
      text.replace("\"fp64\"", "\"fp16\""),
      text.replaceFirst("\"axes_mm\" : \\[ [^]]*\\]", "\"axes_mm\" : [ 1, 2 ]"),
      text.replaceFirst("\"warnings\" : \\[", "\"warnings\" : [ 3, "),
    };
    for (String summary : wrong) {
      assertThat(summary).isNotEqualTo(text);
      assertThat(schema().validate(summary, InputFormat.JSON)).isNotEmpty();
    }
  }

  @Test
  void numbersArriveInTheirUnits() {
    JsonNode root = JsonMapper.shared().readTree(json(outcome(true)));
    assertThat(root.at("/grid/cells").toString()).isEqualTo("[80,70,90]");
    assertThat(root.at("/grid/cell_count").asInt()).isEqualTo(504_000);
    assertThat(root.at("/grid/spacing_mm").asDouble()).isEqualTo(1);
    assertThat(root.at("/grid/origin_ras_mm").toString()).isEqualTo("[-80.5,-13.5,58.5]");
    assertThat(root.at("/needles/0/tip_ras_mm").toString()).isEqualTo("[-46,27,84]");
    assertThat(root.at("/needles/0/heat_taken_J").asDouble()).isEqualTo(21345.68);
    assertThat(root.at("/target/covered_percent").asDouble()).isEqualTo(97.81);
    assertThat(root.at("/target/covered_error_percent").asDouble()).isEqualTo(1.23);
    assertThat(root.at("/target/margins/1/mm").asDouble()).isEqualTo(5);
    assertThat(root.at("/target/margins/1/error_percent").asDouble()).isEqualTo(2);
    assertThat(root.at("/target/least_margin_error_mm").asDouble()).isEqualTo(0.4);
    assertThat(root.at("/error_bars/twin_spacing_mm").asDouble()).isEqualTo(2);
    assertThat(root.at("/error_bars/safety_factor").asDouble()).isEqualTo(3);
    assertThat(root.at("/error_bars/cost_percent").asDouble()).isEqualTo(4.72);
    assertThat(root.at("/target/least_margin_mm").asDouble()).isEqualTo(-1.234);
    assertThat(root.at("/target/least_margin_at_ras_mm").toString()).isEqualTo("[-51.25,28.5,109]");
    assertThat(root.at("/target/lethal_degC").asDouble()).isEqualTo(-20);
    assertThat(root.at("/energy/imbalance_relative").asDouble()).isEqualTo(3.25e-14);
    assertThat(root.at("/injury/laws/1/law").asString()).isEqualTo("cold-40");
    assertThat(root.at("/injury/laws/1/cause").asString()).isEqualTo("freezing");
    assertThat(root.at("/injury/laws/1/volume_ml").asDouble()).isEqualTo(5.25);
    assertThat(root.at("/injury/laws/1/error_ml").asDouble()).isEqualTo(0.5);
    assertThat(root.at("/injury/laws/1/covered_percent").asDouble()).isEqualTo(52);
    assertThat(root.at("/injury/laws/1/covered_error_percent").asDouble()).isEqualTo(1.5);
    assertThat(root.at("/injury/laws/1/margins/1/covered_percent").asDouble()).isEqualTo(26);
    JsonNode band = root.at("/injury/bands/0");
    assertThat(band.get("laws").asInt()).isEqualTo(3);
    assertThat(band.get("volume_low_ml").asDouble()).isEqualTo(5.25);
    assertThat(band.get("volume_high_ml").asDouble()).isEqualTo(12.5);
    assertThat(band.get("least_by").asString()).isEqualTo("cold-40");
    assertThat(band.get("most_by").asString()).isEqualTo("cold-20");
    assertThat(band.get("covered_low_percent").asDouble()).isEqualTo(52);
    assertThat(band.at("/margins/1/covered_high_percent").asDouble()).isEqualTo(48.9);
    JsonNode iceball = root.at("/zones/6");
    assertThat(iceball.get("moment").asString()).isEqualTo("ever reached");
    assertThat(iceball.get("threshold_degC").asDouble()).isZero();
    // Volume of the ellipsoid 4 pi/3 * 20 * 16 * 24 mm3.
    assertThat(iceball.get("volume_ml").asDouble()).isEqualTo(32.1699);
    assertThat(iceball.get("percent_of_liver").asDouble()).isEqualTo(2.298);
    assertThat(iceball.get("axes_mm").toString()).isEqualTo("[48,40,32]");
    assertThat(iceball.get("error_mm").toString()).isEqualTo("[0.5,0.4,0.3]");
  }

  @Test
  void whatIsNotKnownIsNull() {
    String text = json(outcome(false));
    JsonNode root = JsonMapper.shared().readTree(text);
    assertThat(root.get("target").isNull()).isTrue();
    assertThat(root.at("/zones/0/error_mm").isNull()).isTrue();
    assertThat(root.get("error_bars").isNull()).isTrue();
    assertThat(text).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void everyKeyIsDocumented() throws IOException {
    String docs = Files.readString(Path.of("..", "docs", "results.md"));
    Set<String> keys = new TreeSet<>();
    try (InputStream in = resource()) {
      collect(JsonMapper.shared().readTree(in), keys);
    }
    assertThat(keys).hasSizeGreaterThan(40);
    assertThat(keys)
        .allSatisfy(key -> assertThat(docs).containsPattern("[`.]" + key + "(\\[\\])?[`.]"));
  }

  private static void collect(JsonNode schema, Set<String> keys) {
    JsonNode properties = schema.path("properties");
    for (String key : properties.propertyNames()) {
      JsonNode value = properties.get(key);
      boolean inner = value.has("properties") || value.path("items").has("properties");
      if (!inner) {
        keys.add(key);
      }
      collect(value, keys);
      collect(value.path("items"), keys);
    }
  }

  private static Outcome outcome(boolean target) {
    return target ? SyntheticOutcome.twoNeedles() : SyntheticOutcome.withoutTarget();
  }

  private static String json(Outcome outcome) {
    return new String(SummaryWriter.encode(outcome, PROVENANCE), StandardCharsets.UTF_8);
  }

  private static Schema schema() throws IOException {
    try (InputStream in = resource()) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    }
  }

  private static InputStream resource() {
    return SummaryWriter.class.getResourceAsStream("summary.schema.json");
  }
}
