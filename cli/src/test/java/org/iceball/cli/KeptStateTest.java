package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.iceball.io.AtomicFile;
import org.iceball.io.checkpoint.CheckpointStore;
import org.iceball.io.checkpoint.RunStopped;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.solve.Checkpoints;
import org.iceball.state.StateIn;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A checkpoint holds everything: a run that was gone on with is, object by object and field by
 * field, the run that was stopped. A new field that differs fails here until it is saved, or listed
 * below with the reason why no later step reads what is in it.
 */
class KeptStateTest {
  /** Fields that may differ, and why. */
  private static final Map<String, String> SCRATCH =
      Map.ofEntries(
          Map.entry("Simulation.checkpoints", "asks for the state, is none of it"),
          Map.entry("Onlookers.started", "a clock"),
          Map.entry("Onlookers.reported", "a clock"),
          Map.entry("Onlookers.earlier", "a clock"),
          Map.entry("BloodBooks.leaving", "made anew at every booking"),
          Map.entry("BloodBooks.carried", "made anew at every booking"),
          Map.entry("BloodFlow.wanted", "made anew at every march"),
          Map.entry("Drives.integrals", "made anew whenever the walls are driven"),
          Map.entry("CpuPatch.factor", "set before every first stage"),
          Map.entry("CpuPatch.lows", "made anew for every step"),
          Map.entry("CpuPatch.sums", "made anew at every sweep"),
          Map.entry("CpuPatch.sweep", "set before every sweep"),
          Map.entry("CpuPatch.stage", "set before every sweep"),
          Map.entry("EnergyLedger.last", "set at every first stage"),
          Map.entry("EnergyLedger.beforeLast", "set at every first stage"),
          Map.entry("CpuWindow.changed", "emptied before it is used"),
          Map.entry("NearBox.cold", "emptied before it is used"),
          Map.entry("NearBox.inside", "emptied before it is used"),
          Map.entry("InjuryMemory.plane", "read anew at every look"),
          Map.entry("InjuryMemory.newlyStopped", "handed over at the look that found it"),
          Map.entry("InjuryMemory.newCount", "handed over at the look that found it"),
          Map.entry("InjuryWatch.stopped", "only its first stoppedCount cells count"),
          Map.entry("Look.since", "set at every look"),
          Map.entry("Look.duration", "set at every look"),
          Map.entry("PlaneState64.d", "set at every first stage"),
          Map.entry("PlaneState32.d", "set at every first stage"),
          Map.entry("PlaneState64.e", "set at every first stage"),
          Map.entry("PlaneState32.e", "set at every first stage"),
          Map.entry("PlaneState64.next", "set at every attempt"),
          Map.entry("PlaneState32.next", "set at every attempt"),
          Map.entry("HeatedCells.ratio", "made anew at every look at the drift"),
          Map.entry("HeatedCells.near", "emptied before it is used"),
          Map.entry("HeatedCells.sums", "made anew at every sum"),
          Map.entry("Level.b", "made anew at every cycle"),
          Map.entry("Level.inverse", "made anew before every solution"),
          Map.entry("Level.next", "made anew at every cycle"),
          Map.entry("Level.r", "made anew at every cycle"),
          Map.entry("Level.x", "made anew at every cycle"),
          Map.entry("Network.fixed", "made anew before every solution"),
          Map.entry("Network.gx", "made anew before every solution"),
          Map.entry("Network.gy", "made anew before every solution"),
          Map.entry("Network.gz", "made anew before every solution"),
          Map.entry("Potential.ap", "made anew at every iteration"),
          Map.entry("Potential.iterations", "that of the last solution, told at once"),
          Map.entry("Potential.p", "made anew at every solution"),
          Map.entry("Potential.r", "made anew at every solution"),
          Map.entry("Potential.sums", "made anew at every sum"),
          Map.entry("Recorder.field", "read anew at every look, all of it at the first"),
          Map.entry("Recorder.lowest", "read anew at every look, all of it at the first"),
          Map.entry("Recorder.ice", "made anew at every row"),
          Map.entry("Recorder.lethal", "made anew at every row"),
          Map.entry("Team.work", "set before every round"),
          Map.entry("Recorder.readBefore", "makes the first look read everything"),
          Map.entry("Rkl2Stepper.now", "set in every stage"),
          Map.entry("Rkl2Stepper.trial", "set at every attempt"),
          Map.entry("Rkl2Stepper.nearPowers", "set at the beginning of the near steps"));

  /** Types whose insides are not a run's. */
  private static final Set<String> FOREIGN =
      Set.of("java.lang.Thread", "java.lang.ThreadLocal", "java.util.concurrent");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "RKL2, FP64, 2, 3",
    "RKL2, FP64, 2, 40",
    "RKL2, FP32, 2, 75",
    "RKL2, FP64, 2, 110",
    "EULER, FP32, 4, 300"
  })
  void theRunThatGoesOnIsTheRunThatWasStopped(
      StepperKind stepper, Precision precision, int spacing, int steps) throws Exception {
    compare(ResumedRunTest.EVERYTHING, stepper, precision, spacing, steps);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 60, 90})
  void soIsAHeatedOne(int steps) throws Exception {
    compare(ResumedRunTest.HEATED, StepperKind.RKL2, Precision.FP64, 3, steps);
  }

  private void compare(String all, StepperKind stepper, Precision precision, int spacing, int steps)
      throws Exception {
    String text = all.replace("spacing: 2 mm", "spacing: " + spacing + " mm");
    Case asked = ResumedRunTest.asked(text, folder, stepper, precision);
    Anatomy anatomy = Engine.anatomy(asked);
    AtomicFile.prepareFolder(folder.resolve("states"));
    Object stopped = simulation(asked, anatomy, steps);
    Object resumed = simulation(asked, anatomy, 0);
    Differences found = new Differences();
    found.compare(stopped, resumed, "Simulation", "Simulation");
    assertThat(found.all).isEmpty();
    assertThat(found.compared).isGreaterThan(500);
  }

  /** The run as it stands after so many steps, from where it was left. */
  private Object simulation(Case asked, Anatomy anatomy, int steps) throws Exception {
    List<Object> seen = new ArrayList<>();
    int[] left = {steps};
    try (CheckpointStore store =
        new CheckpointStore(
            folder.resolve("states"), "run", Map.of(), 0, () -> left[0] < 0, System::nanoTime)) {
      Checkpoints watched =
          new Checkpoints() {
            @Override
            public StateIn beginning(Supplier<Map<String, String>> identity) {
              return store.beginning(identity);
            }

            @Override
            public boolean isDue(boolean last) {
              return --left[0] < 0;
            }

            @Override
            public void keep(RunState state) {
              seen.add(state);
              store.keep(state);
            }
          };
      Engine.run(asked, anatomy, watched);
      throw new AssertionError("the run was too short");
    } catch (RunStopped e) {
      Field outer = seen.get(0).getClass().getDeclaredField("this$0");
      outer.setAccessible(true);
      return outer.get(seen.get(0));
    }
  }

  /** Two graphs of objects, walked side by side. */
  private static final class Differences {
    final Set<String> all = new TreeSet<>();
    int compared;
    private final IdentityHashMap<Object, Object> met = new IdentityHashMap<>();

    void compare(Object a, Object b, String owner, String path) throws IllegalAccessException {
      if (a == b || SCRATCH.containsKey(owner)) {
        return;
      }
      if (a instanceof Collection<?> c && b instanceof Collection<?> d) {
        array(c.toArray(), d.toArray(), owner, path);
      } else if (a == null || b == null || a.getClass() != b.getClass()) {
        note(owner, path, a, b);
      } else if (a.getClass().isArray()) {
        array(a, b, owner, path);
      } else if (a instanceof Map<?, ?> m) {
        array(m.values().toArray(), ((Map<?, ?>) b).values().toArray(), owner, path);
      } else if (isOurs(a.getClass())) {
        if (met.put(a, b) == null) {
          fields(a, b, a.getClass(), path);
        }
      } else if (!a.getClass().isHidden()
          && FOREIGN.stream().noneMatch(a.getClass().getName()::startsWith)) {
        compared++;
        if (!a.equals(b)) {
          note(owner, path, a, b);
        }
      }
    }

    private void array(Object a, Object b, String owner, String path)
        throws IllegalAccessException {
      int n = Array.getLength(a);
      if (n != Array.getLength(b)) {
        note(owner, path + ".length", n, Array.getLength(b));
        return;
      }
      compared++;
      for (int i = 0; i < n; i++) {
        compare(Array.get(a, i), Array.get(b, i), owner, path);
      }
    }

    private void fields(Object a, Object b, Class<?> type, String path)
        throws IllegalAccessException {
      for (Class<?> c = type; isOurs(c); c = c.getSuperclass()) {
        for (Field f : c.getDeclaredFields()) {
          if (!Modifier.isStatic(f.getModifiers())) {
            f.setAccessible(true);
            String name = c.getSimpleName() + "." + f.getName();
            compare(f.get(a), f.get(b), name, path + "/" + name);
          }
        }
      }
    }

    private static boolean isOurs(Class<?> type) {
      return type != null
          && type.getName().startsWith("org.iceball")
          && !type.isEnum()
          && !type.isHidden();
    }

    private void note(String owner, String path, Object a, Object b) {
      if (all.stream().noneMatch(x -> x.startsWith(owner + " ")))
        all.add(owner + " (" + path + "): " + a + " became " + b);
    }
  }
}
