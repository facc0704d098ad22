package org.iceball.io.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.iceball.io.Json;
import org.iceball.study.bench.BenchReport;
import org.iceball.study.bench.Difference;
import org.iceball.study.bench.KernelRow;
import org.iceball.study.bench.Machine;
import org.iceball.study.bench.RoofRow;
import org.iceball.study.bench.RunRow;
import org.iceball.study.bench.Samples;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Measurements of speed as JSON. Every key carries its unit; repeats stand in order. */
public final class BenchJson {
  /** Goes up by one with every change that a reader could trip over. */
  public static final int SCHEMA = 1;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private BenchJson() {}

  /** The file's bytes: UTF-8, indented, the same on every platform. */
  public static byte[] encode(BenchReport report, String version) {
    ObjectNode root = NODES.objectNode();
    root.put("schema", SCHEMA);
    root.put("version", version);
    root.set("machine", machine(report));
    rows(root, "devices", report.devices(), d -> node(d.name()).put("is", d.description()));
    rows(root, "limits", report.roofs(), BenchJson::roof);
    rows(root, "kernels", report.kernels(), BenchJson::kernel);
    rows(root, "runs", report.runs(), BenchJson::run);
    ArrayNode remarks = root.putArray("remarks");
    report.remarks().forEach(remarks::add);
    return Json.file(root);
  }

  private static ObjectNode machine(BenchReport r) {
    Machine m = r.machine();
    return NODES
        .objectNode()
        .put("processor", m.processor())
        .put("cores", m.cores())
        .put("threads", r.threads())
        .put("memory_bytes", m.memory())
        .put("java", m.java())
        .put("system", m.system())
        .put("load_before", m.load())
        .put("load_after", r.loadAfter());
  }

  private static <T> void rows(
      ObjectNode root, String key, List<T> rows, Function<T, ObjectNode> of) {
    ArrayNode array = root.putArray(key);
    rows.forEach(row -> array.add(of.apply(row)));
  }

  private static ObjectNode node(String device) {
    return NODES.objectNode().put("device", device);
  }

  private static ObjectNode roof(RoofRow r) {
    ObjectNode node = node(r.device()).put("precision", word(r.precision())).put("edge", r.edge());
    samples(node, "copy_bytes_per_s", r.copy());
    samples(node, "triad_bytes_per_s", r.triad());
    samples(node, "multiply_adds_per_s", r.multiplyAdds());
    return node;
  }

  private static ObjectNode kernel(KernelRow k) {
    ObjectNode node = node(k.device()).put("precision", word(k.precision())).put("edge", k.edge());
    samples(node, "cell_steps_per_s", k.cellSteps());
    samples(node, "share_of_memory_limit", k.ofRoof());
    samples(node, "speed_over_cpu", k.ofCpu());
    difference(node, k.difference());
    return node;
  }

  private static ObjectNode run(RunRow r) {
    ObjectNode node =
        node(r.device())
            .put("study", word(r.study()))
            .put("protocol", r.protocol())
            .put("precision", word(r.precision()))
            .put("edge", r.edge())
            .put("spacing_m", r.spacing())
            .put("evaluations", r.evaluations())
            .put("cell_steps", r.cellSteps())
            .put("ice_volume_m3", r.iceVolume())
            .put("ever_lethal_volume_m3", r.everVolume());
    samples(node, "seconds", r.seconds());
    difference(node, r.difference());
    return node;
  }

  private static void samples(ObjectNode node, String key, Samples samples) {
    if (samples != null) {
      ArrayNode array = node.putArray(key);
      samples.values().forEach(array::add);
      node.put(key + "_median", samples.median());
    }
  }

  private static void difference(ObjectNode node, Difference d) {
    if (d != null) {
      node.set(
          "differs_from_cpu",
          NODES
              .objectNode()
              .put("cells", d.cells())
              .put("of", d.of())
              .put("largest_K", d.largest()));
    }
  }

  private static String word(Enum<?> e) {
    return e.name().toLowerCase(Locale.ROOT);
  }
}
