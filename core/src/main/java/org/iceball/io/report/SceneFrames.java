package org.iceball.io.report;

import java.util.ArrayList;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.model.Case;
import org.iceball.solve.Monitor;
import org.iceball.solve.Outcome;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * Keeps what a report shows of a run while it goes on: the temperature at its snapshots, on wider
 * cells and in a byte each, so that a film of a hundred thousand cells fits into a few megabytes.
 */
public final class SceneFrames implements Monitor, Kept {
  /** A film has no more frames than this; where there are more, every other one goes. */
  private static final int MOST_FRAMES = 60;

  /** Cells of a frame, at most. */
  private static final int MOST_CELLS = 200_000;

  private final Coarse coarse;
  private final TemperatureCodes codes;
  private final List<Double> times = new ArrayList<>();
  private final List<byte[]> frames = new ArrayList<>();

  /**
   * @param asked the case
   * @param grid its cells
   */
  public SceneFrames(Case asked, Grid grid) {
    codes = TemperatureCodes.of(isHot(asked));
    int factor = Math.max(1, (int) Math.round(2e-3 / grid.spacing()));
    while (Coarse.of(grid, factor).grid().cells() > MOST_CELLS) {
      factor++;
    }
    coarse = Coarse.of(grid, factor);
  }

  /** A film of one picture: the coldest that each cell ever was. */
  public static SceneFrames still(Outcome outcome) {
    SceneFrames frames = new SceneFrames(outcome.asked(), outcome.anatomy().labels().grid());
    frames.snapshot(outcome.stats().simulated(), outcome.lowest(), null);
    return frames;
  }

  /** Whether a case heats: then its isotherms are those of heat, and its laws say what is dead. */
  static boolean isHot(Case asked) {
    return asked.heats();
  }

  /** The hottest that the film shows of each of its cells, as codes; shape [cells of the film]. */
  byte[] hottest() {
    byte[] hottest = frames.get(0).clone();
    for (byte[] frame : frames) {
      for (int c = 0; c < hottest.length; c++) {
        hottest[c] = (byte) Math.max(hottest[c] & 255, frame[c] & 255);
      }
    }
    return hottest;
  }

  @Override
  public void snapshot(double time, float[] temperature, float[] frozen) {
    if (frames.size() == MOST_FRAMES) {
      for (int n = MOST_FRAMES - 1; n > 0; n -= 2) {
        frames.remove(n);
        times.remove(n);
      }
    }
    float[] mean = coarse.means(temperature);
    byte[] frame = new byte[mean.length];
    for (int c = 0; c < frame.length; c++) {
      frame[c] = codes.code(mean[c]);
    }
    frames.add(frame);
    times.add(time);
  }

  /** True before the first snapshot. */
  boolean isEmpty() {
    return frames.isEmpty();
  }

  Grid grid() {
    return coarse.grid();
  }

  TemperatureCodes codes() {
    return codes;
  }

  List<Double> times() {
    return List.copyOf(times);
  }

  List<byte[]> frames() {
    return List.copyOf(frames);
  }

  @Override
  public void save(StateOut out) {
    out.section("frames");
    out.whole(frames.size());
    for (int n = 0; n < frames.size(); n++) {
      out.number(times.get(n));
      out.bytes(frames.get(n));
    }
  }

  @Override
  public void restore(StateIn in) {
    in.section("frames");
    frames.clear();
    times.clear();
    int many = in.whole(0, MOST_FRAMES);
    for (int n = 0; n < many; n++) {
      times.add(in.number());
      byte[] frame = new byte[coarse.grid().cells()];
      in.bytes(frame);
      frames.add(frame);
    }
  }
}
