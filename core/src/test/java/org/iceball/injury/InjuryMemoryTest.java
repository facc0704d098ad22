package org.iceball.injury;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import org.iceball.grid.Vec3;
import org.junit.jupiter.api.Test;

class InjuryMemoryTest {
  private static final HoldTime HOLD = new HoldTime(253.15, 60);
  private static final RepeatedFreeze TWICE = new RepeatedFreeze(253.15, 272.15, 2);

  /** A ball of ice round a point, 1 mm cells. */
  private static void ball(Tissues t, Vec3 middle, double radius) {
    for (int c = 0; c < t.grid().cells(); c++) {
      int nx = t.grid().nx();
      int ny = t.grid().ny();
      Vec3 at = t.grid().centre(c % nx, c / nx % ny, c / nx / ny);
      double depth = radius - at.minus(middle).norm();
      t.set(c, Math.max(-120, Math.min(37, -1 - 6e3 * depth)));
    }
  }

  @Test
  void aBoxThatGrowsRemembersWhatAWholeGridWould() {
    Tissues all = new Tissues(30, 26, 28, HOLD, TWICE);
    Tissues some = new Tissues(30, 26, 28, HOLD, TWICE);
    SplittableRandom random = new SplittableRandom(7);
    int[] everything = java.util.stream.IntStream.range(0, 30 * 26 * 28).toArray();
    all.memory().expect(everything);
    Vec3 middle = Vec3.mm(13.3, 12.1, 14.9);
    some.memory().expect(new int[] {some.grid().index(13, 12, 15)});
    double radius = 0;
    for (int n = 0; n < 60; n++) {
      // grows, melts and grows again, less than a cell a look
      radius += (n < 25 || n > 42 ? 0.8e-3 : -1e-3) * random.nextDouble();
      ball(all, middle, radius);
      ball(some, middle, radius);
      double seconds = random.nextDouble(0.5, 3);
      all.look(seconds);
      some.look(seconds);
    }
    assertThat(all.memory().box()).isEqualTo(Span.all(all.grid()));
    assertThat(some.memory().box().cells()).isLessThan(all.grid().cells());
    int held = 0;
    for (int c = 0; c < all.grid().cells(); c++) {
      assertThat(some.value(HOLD, 0, c)).isEqualTo(all.value(HOLD, 0, c));
      for (int array = 0; array < 3; array++) {
        assertThat(some.value(TWICE, array, c)).isEqualTo(all.value(TWICE, array, c));
      }
      held += all.value(HOLD, 0, c) > 0 ? 1 : 0;
    }
    assertThat(held).isGreaterThan(500);
  }

  @Test
  void iceThatNobodyExpectedIsFoundWithinHalfAMinute() {
    Tissues t = new Tissues(40, 12, 12, HOLD);
    t.memory().expect(new int[] {t.grid().index(4, 6, 6)});
    t.look(1);
    ball(t, Vec3.mm(33, 6, 6), 5e-3);
    t.look(1);
    int there = t.grid().index(33, 6, 6);
    assertThat(t.value(HOLD, 0, there)).isZero();
    t.look(30).look(10);
    assertThat(t.value(HOLD, 0, there)).isGreaterThan(10);
  }

  @Test
  void aLookAllocatesNothing() {
    Tissues t = new Tissues(24, 24, 24, HOLD, TWICE, new CoolingRate(253.15, 1));
    ball(t, Vec3.mm(12, 12, 12), 6e-3);
    InjuryMemory.Planes planes = planes(t);
    InjuryMemory memory = t.memory();
    for (int n = 0; n < 50; n++) {
      memory.look(40 + n, planes);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long taken = Long.MAX_VALUE;
    // until the compiler has settled: what a look allocates it allocates in every batch
    for (int batch = 0; batch < 60 && taken > 0; batch++) {
      long before = threads.getThreadAllocatedBytes(id);
      long asking = threads.getThreadAllocatedBytes(id) - before;
      before = threads.getThreadAllocatedBytes(id);
      for (int n = 0; n < 100; n++) {
        memory.look(100 + 100 * batch + n, planes);
      }
      taken = threads.getThreadAllocatedBytes(id) - before - asking;
    }
    assertThat(taken).as("bytes in 100 looks").isLessThanOrEqualTo(0);
  }

  private static InjuryMemory.Planes planes(Tissues t) {
    Span all = Span.all(t.grid());
    double[] h = t.enthalpies();
    return new InjuryMemory.Planes() {
      @Override
      public Span shown() {
        return all;
      }

      @Override
      public void read(int k, int j0, int j1, double[] into) {
        System.arraycopy(h, 24 * (j0 + 24 * k), into, 24 * j0, 24 * (j1 - j0));
      }
    };
  }

  @Test
  void arraysHaveNamesForCheckpoints() {
    Tissues t = Tissues.one(HOLD, TWICE, new AnyOf(List.of(HOLD, TWICE)));
    assertThat(t.memory().of(HOLD).names()).containsExactly("time below [s]");
    assertThat(t.memory().of(TWICE).names()).hasSize(3).allMatch(n -> n.endsWith("[J/m3]"));
    assertThat(t.memory().isEmpty()).isFalse();
    assertThat(Tissues.one(new Isotherm(253.15)).memory().isEmpty()).isTrue();
    t.setAll(-30).look(0).look(5);
    assertThat(t.memory().time()).isEqualTo(5);
    assertThat(t.memory().atLastLook()).containsOnly(Tissues.LIVER.enthalpy(-30 + 273.15));
  }
}
