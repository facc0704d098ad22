package org.iceball.io.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CaseSchemaTest extends CaseFileTestBase {
  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @EnumSource(CaseSection.class)
  void theSchemaKnowsTheKeysOfTheReaderAndNoOthers(CaseSection section) {
    JsonNode definition = JSON.readTree(CaseSchema.text()).at("/$defs/" + section.key());
    Set<String> keys = new TreeSet<>();
    definition.get("properties").propertyNames().forEach(keys::add);
    assertThat(keys).containsExactlyInAnyOrderElementsOf(section.keys());
    assertThat(definition.get("additionalProperties").asBoolean()).isFalse();
  }

  @Test
  void everyObjectOfTheSchemaIsASectionOfTheReader() {
    Set<String> objects = new TreeSet<>();
    JSON.readTree(CaseSchema.text())
        .get("$defs")
        .properties()
        .forEach(
            e -> {
              if (e.getValue().has("properties")) {
                objects.add(e.getKey());
              }
            });
    assertThat(objects)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(CaseSection.values()).map(CaseSection::key).toList());
  }

  @ParameterizedTest
  @EnumSource(CaseSection.class)
  void theManualKnowsEveryKeyOfTheReader(CaseSection section) throws IOException {
    String manual =
        Files.readString(CaseReaderTest.repository().resolve("docs").resolve("case-file.md"));
    for (String key : section.keys()) {
      assertThat(manual).contains("`" + key + "`");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"examples/perivascular.yaml", "validation/cases/msd008.yaml"})
  void theExamplesMatchTheSchema(String file) throws IOException {
    assertThat(errors(Files.readString(CaseReaderTest.repository().resolve(file)))).isEmpty();
  }

  @Test
  void theTemplateAndTheShortCaseMatchTheSchema() {
    assertThat(errors(CaseTemplate.text())).isEmpty();
    assertThat(errors(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "60 mm]|60]",
        "60 mm]|60 s]",
        "title: Good|titel: Good",
        "iceball: 1|iceball: 2",
        "role: organ|role: orgam",
        "label: 0|label: 256",
        "direction: [0, 0, 1]|aim: tip",
        "direction: [0, 0, 1]|direction: [0, 1]",
        "title: Good|grid: {around: all}",
        "title: Good|numerics: {backend: cuda}",
        "tissue: liver|tissue: {perfusion: 0.01 1/s}",
        "tissue: liver|tissue: {base: liver, perfusion: 0.01}",
      })
  void whatTheReaderRefusesTheSchemaRefusesToo(String good, String bad) {
    assertThat(errors(spoilt(good, bad))).isNotEmpty();
    assertThat(findings(spoilt(good, bad))).isNotEmpty();
  }

  private static List<Error> errors(String yaml) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(CaseSchema.text(), InputFormat.JSON);
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return schema.validate(JSON.valueToTree(tree));
  }
}
