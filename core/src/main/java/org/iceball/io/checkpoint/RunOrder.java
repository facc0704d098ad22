package org.iceball.io.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iceball.io.AtomicFile;
import org.iceball.io.ReadFailure;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run was asked to do, so that it can be gone on with: the case as it was, word for word,
 * the options that replaced something in it, and the files it read.
 *
 * @param engine version of the program
 * @param caseFolder folder that the case's paths are relative to, absolute
 * @param caseText the case file
 * @param data further folders whose files it may name, absolute
 * @param options of the command line by their names; those that were not given are absent
 * @param inputs SHA-256 of each file that the case reads, by its absolute path
 */
public record RunOrder(
    String engine,
    String caseFolder,
    String caseText,
    List<String> data,
    Map<String, String> options,
    Map<String, String> inputs) {
  /** The file within the folder of the checkpoints. */
  public static final String FILE = "order.json";

  /** Options that change no bit of the result, and so may differ when a run is gone on with. */
  private static final List<String> FREE = List.of("threads");

  private static final int LONGEST_FILE = 8 << 20;

  public RunOrder {
    data = List.copyOf(data);
    options = Map.copyOf(options);
    inputs = Map.copyOf(inputs);
  }

  /**
   * Hashes files.
   *
   * @throws CaseException {@code file-not-found}
   */
  public static Map<String, String> hashes(List<Path> files) {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (Path file : files) {
      MessageDigest sha = sha256();
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
        in.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw ReadFailure.of(file.toString(), e);
      }
      hashes.put(file.toAbsolutePath().toString(), HexFormat.of().formatHex(sha.digest()));
    }
    return hashes;
  }

  /** What must be the same for a state to belong to this run, see {@link CheckpointStore}. */
  public Map<String, String> owner() {
    MessageDigest sha = sha256();
    sha.update(caseText.getBytes(StandardCharsets.UTF_8));
    options.keySet().stream()
        .sorted()
        .filter(name -> !FREE.contains(name))
        .forEach(
            name -> sha.update((name + "=" + options.get(name)).getBytes(StandardCharsets.UTF_8)));
    Map<String, String> owner = new LinkedHashMap<>();
    owner.put("engine", engine);
    owner.put("case", HexFormat.of().formatHex(sha.digest(), 0, 16));
    return owner;
  }

  /**
   * Refuses to go on where a file that the run read has changed.
   *
   * @throws CaseException {@code checkpoint-mismatch} with every such file
   */
  public void checkInputs() {
    List<Finding> findings = new ArrayList<>();
    Map<String, String> now = hashes(inputs.keySet().stream().map(Path::of).toList());
    inputs.forEach(
        (file, hash) -> {
          if (!hash.equals(now.get(file))) {
            findings.add(
                Finding.of(
                    Complaint.CHECKPOINT_MISMATCH,
                    file,
                    "the file has changed since the run began",
                    "Put back what it was, or start the run again from its case file"));
          }
        });
    if (!findings.isEmpty()) {
      throw new CaseException(findings);
    }
  }

  /**
   * Writes the order.
   *
   * @param folder exists
   * @throws CaseException {@code cannot-write}
   */
  public void write(Path folder) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", 1);
    root.put("engine", engine);
    root.put("case_folder", caseFolder);
    root.put("case_text", caseText);
    data.forEach(root.putArray("data")::add);
    put(root.putObject("options"), options);
    put(root.putObject("inputs"), inputs);
    AtomicFile.write(
        folder.resolve(FILE),
        JsonMapper.shared().writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
  }

  private static void put(ObjectNode into, Map<String, String> values) {
    values.keySet().stream().sorted().forEach(key -> into.put(key, values.get(key)));
  }

  /**
   * Reads an order.
   *
   * @throws CaseException {@code nothing-to-resume} where there is none, {@code bad-checkpoint}
   *     where it can't be understood
   */
  public static RunOrder read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new CaseException(
          Finding.of(
              Complaint.NOTHING_TO_RESUME,
              String.valueOf(folder.toAbsolutePath().getParent()),
              "no unfinished run left anything there to go on from",
              "Name the folder that the run was writing into, or start it with `iceball simulate`"));
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LONGEST_FILE + 1);
    } catch (IOException e) {
      throw ReadFailure.of(file.toString(), e);
    }
    try {
      JsonNode root = JsonMapper.shared().readTree(bytes);
      if (bytes.length > LONGEST_FILE || root.path("schema").asInt(0) != 1) {
        throw unreadable(file);
      }
      List<String> data = new ArrayList<>();
      root.path("data").forEach(d -> data.add(d.asString()));
      return new RunOrder(
          word(root, "engine", file),
          word(root, "case_folder", file),
          word(root, "case_text", file),
          data,
          map(root.path("options")),
          map(root.path("inputs")));
    } catch (JacksonException e) {
      throw unreadable(file);
    }
  }

  private static String word(JsonNode root, String key, Path file) {
    JsonNode node = root.path(key);
    if (!node.isString()) {
      throw unreadable(file);
    }
    return node.asString();
  }

  private static Map<String, String> map(JsonNode node) {
    Map<String, String> map = new LinkedHashMap<>();
    node.properties().forEach(e -> map.put(e.getKey(), e.getValue().asString()));
    return map;
  }

  private static CaseException unreadable(Path file) {
    return new CaseException(
        Finding.of(
            Complaint.BAD_CHECKPOINT,
            file.toString(),
            "what the run was asked to do can't be read from it",
            "Start the run again from its case file"));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
