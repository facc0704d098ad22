package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a checkout of its own, with a build that only copies a jar. */
class LauncherTest {
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "cp",
          "dirname",
          "find",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "stty",
          "tail",
          "touch");

  /** What Java says, where it has the Vector API and nothing is wrong. */
  private static final String VECTORS = "WARNING: Using incubator modules: jdk.incubator.vector\n";

  /** What a build leaves: the program and the checks. */
  private static final String MAKE_JARS =
      "mkdir -p cli/target validation/target && cp echo.jar cli/target/iceball.jar"
          + " && cp echo.jar validation/target/iceball-validation.jar";

  @TempDir Path folder;
  private Path home;
  private Path script;

  /** What the launcher starts: says its arguments and its folder, ends with 7. */
  private static final String ECHO =
      """
      public class Echo {
        public static void main(String[] a) {
          System.out.println(String.join("|", a) + " in " + System.getProperty("user.dir"));
          System.exit(7);
        }
      }
      """;

  @BeforeEach
  void checkOut() throws IOException {
    Path original = Path.of("..", "iceball").toAbsolutePath();
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the launcher is for POSIX shells");
    home = Files.createDirectories(folder.resolve("my checkout"));
    script = Files.copy(original, home.resolve("iceball"));
    for (String module : List.of("core", "meshes", "gpu", "cli", "validation")) {
      Files.createDirectories(home.resolve(module).resolve("src/main"));
      Files.createFile(home.resolve(module).resolve("pom.xml"));
    }
    Files.createFile(home.resolve("pom.xml"));
    makeJar(home.resolve("echo.jar"));
    Files.createFile(home.resolve("validation/checks.csv"));
    build(MAKE_JARS + " && echo x >> builds");
  }

  private void build(String commands) throws IOException {
    Path mvnw = home.resolve("mvnw");
    Files.writeString(mvnw, "#!/bin/sh\n" + commands + "\n");
    assertThat(mvnw.toFile().setExecutable(true)).isTrue();
  }

  private void makeJar(Path jar) throws IOException {
    Path source = Files.writeString(folder.resolve("Echo.java"), ECHO);
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "--release", "17", "-d", folder.toString(), source.toString());
    assertThat(compiled).isZero();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Echo");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.putNextEntry(new JarEntry("Echo.class"));
      Files.copy(folder.resolve("Echo.class"), out);
    }
  }

  private Ran launch(Path program, Path in, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(program.toString()).directory(in.toFile());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Path out = folder.resolve("said");
    Path err = folder.resolve("complained");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ran(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8).replace(VECTORS, ""));
  }

  private Ran launch(String... arguments) throws IOException, InterruptedException {
    return launch(script, home, Map.of(), arguments);
  }

  @Test
  void argumentsFolderAndExitCodePassThroughALinkFromAnotherFolder() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("some where"));
    Path link =
        Files.createSymbolicLink(elsewhere.resolve("ib"), Path.of("../my checkout/iceball"));
    Ran ran = launch(link, elsewhere, Map.of(), "a b", "*", "--x=$HOME");
    assertThat(ran.code()).isEqualTo(7);
    assertThat(ran.out().strip()).isEqualTo("a b|*|--x=$HOME in " + elsewhere.toRealPath());
  }

  @Test
  void itBuildsAtFirstUseAndAgainOnlyWhenASourceIsNewer() throws Exception {
    assertThat(launch("one").err()).contains("building").hasLineCount(1);
    assertThat(launch("two").err()).isEmpty();
    assertThat(Files.readAllLines(home.resolve("builds"))).hasSize(1);

    letTimePass();
    Files.createFile(home.resolve("core/src/main/New.java"));
    assertThat(launch("three").err()).contains("building");
    assertThat(launch("four").err()).isEmpty();
    assertThat(Files.readAllLines(home.resolve("builds"))).hasSize(2);
  }

  /** Maven leaves a jar with its old time where the bytes of the new one are the same. */
  @Test
  void aBuildThatChangesNoByteIsDoneOnceToo() throws Exception {
    launch("one");
    letTimePass();
    Files.createFile(home.resolve("core/src/main/New.java"));
    build("echo x >> builds");
    assertThat(launch("two").err()).contains("building");
    assertThat(launch("three").err()).isEmpty();
    assertThat(Files.readAllLines(home.resolve("builds"))).hasSize(2);
  }

  /** Makes what was built older. */
  private void letTimePass() throws IOException {
    FileTime before = FileTime.from(Instant.now().minusSeconds(10));
    for (String built :
        List.of(
            "target/launcher/iceball.jar",
            "cli/target/iceball.jar",
            "validation/target/iceball-validation.jar")) {
      Files.setLastModifiedTime(home.resolve(built), before);
    }
  }

  @Test
  void aJarThatMavenBuiltIsTakenAsItIs() throws Exception {
    Files.createDirectories(home.resolve("cli/target"));
    Files.copy(home.resolve("echo.jar"), home.resolve("cli/target/iceball.jar"));
    Path checks = Files.createDirectories(home.resolve("validation/target"));
    Files.copy(home.resolve("echo.jar"), checks.resolve("iceball-validation.jar"));
    Ran ran = launch("one");
    assertThat(ran.code()).isEqualTo(7);
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void aBuildThatFailsShowsTheEndOfItsLogAndEndsWith70() throws Exception {
    build("for i in 1 2 3; do echo line $i; done; echo cannot find symbol; exit 1");
    Ran ran = launch("one");
    assertThat(ran.code()).isEqualTo(70);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("cannot find symbol", "the build failed");
    assertThat(home.resolve("target/launcher/lock")).doesNotExist();
    build(MAKE_JARS);
    assertThat(launch("two").code()).as("and works once the fault is mended").isEqualTo(7);
  }

  @Test
  void theLockOfABuilderThatDiedIsTakenAway() throws Exception {
    Path lock = Files.createDirectories(home.resolve("target/launcher/lock"));
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.writeString(lock.resolve("pid"), gone.pid() + "\n");
    assertThat(launch("one").code()).isEqualTo(7);
  }

  @Test
  void withoutAJavaItSaysWhatToInstall() throws Exception {
    Ran ran = launch(script, home, Map.of("JAVA_HOME", "", "PATH", pathWithoutJava()), "one");
    assertThat(ran.code()).isEqualTo(69);
    assertThat(ran.err()).contains("Java 17", "JAVA_HOME").hasLineCount(1);
  }

  @Test
  void anOldJavaIsNamedAndRefused() throws Exception {
    Path old = Files.createDirectories(folder.resolve("jdk8/bin")).resolve("java");
    Files.writeString(old, "#!/bin/sh\necho 'openjdk version \"1.8.0_392\"' >&2\n");
    assertThat(old.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment =
        Map.of("JAVA_HOME", folder.resolve("jdk8").toString(), "PATH", pathWithoutJava());
    Ran ran = launch(script, home, environment, "one");
    assertThat(ran.code()).isEqualTo(69);
    assertThat(ran.err()).contains("1.8.0_392");
  }

  /** A folder with the tools the launcher uses, and no Java. */
  private String pathWithoutJava() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String tool : TOOLS) {
      String place = Files.exists(Path.of("/bin", tool)) ? "/bin/" : "/usr/bin/";
      Path stub =
          Files.writeString(bin.resolve(tool), "#!/bin/sh\nexec " + place + tool + " \"$@\"\n");
      assertThat(stub.toFile().setExecutable(true)).isTrue();
    }
    return bin.toString();
  }
}
