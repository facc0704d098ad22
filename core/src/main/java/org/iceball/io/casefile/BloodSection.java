package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iceball.device.VesselTree.Inlet;
import org.iceball.model.BloodSupply;
import org.iceball.model.Region.VesselFlow;
import org.iceball.model.VesselModel;
import org.iceball.units.Complaint;
import org.iceball.units.Dimension;

/** {@code blood:} of the case, and {@code vessel:} of a region. */
final class BloodSection {
  /** The word for the model that a calibre calls for. */
  static final String CALIBRE = "calibre";

  private static final Range VELOCITY = Range.of(Dimension.VELOCITY, "0 cm/s", "2 m/s");
  private static final Range TIME = Range.of(Dimension.TIME, "0 s", "24 h");
  private static final Map<String, Inlet> INLETS =
      Map.of("trunk", Inlet.TRUNK, "branches", Inlet.BRANCHES);
  private static final int MOST_CLAMPS = 20;

  private BloodSection() {}

  /** The words for models of vessels, from the weakest rung to the strongest. */
  static Map<String, Optional<VesselModel>> models() {
    Map<String, Optional<VesselModel>> words = new LinkedHashMap<>();
    VesselModel.ladder().forEach(m -> words.put(m.key(), Optional.of(m)));
    return words;
  }

  /** The same and {@link #CALIBRE}. */
  static Map<String, Optional<VesselModel>> choices() {
    Map<String, Optional<VesselModel>> words = new LinkedHashMap<>();
    words.put(CALIBRE, Optional.empty());
    words.putAll(models());
    return words;
  }

  static BloodSupply read(Section top) {
    Section section = top.section("blood", CaseSection.BLOOD);
    Optional<VesselModel> rung = section.word("vessels", choices(), Optional.empty());
    List<BloodSupply.Clamp> clamps = new ArrayList<>();
    List<Yaml> items = section.list("clamp", 0, MOST_CLAMPS);
    for (int i = 0; i < items.size(); i++) {
      String place = section.place("clamp[" + i + "]");
      Section clamp = Section.of(CaseSection.CLAMP, place, items.get(i), section.notebook());
      double from = clamp.needQuantity("from", TIME, "0 min");
      double to = clamp.needQuantity("to", TIME, "10 min");
      if (clamp.has("from") && clamp.has("to") && to <= from) {
        clamp.complain(
            Complaint.OUT_OF_RANGE,
            "to",
            "this clamp is taken off before it is put on",
            "write a later time than `from`");
      }
      clamps.add(new BloodSupply.Clamp(from, to));
    }
    clamps.sort(Comparator.comparingDouble(BloodSupply.Clamp::from));
    return new BloodSupply(rung, false, clamps);
  }

  /** What flows in a region's vessel. */
  static VesselFlow flow(Section region) {
    Section section = region.section("vessel", CaseSection.VESSEL);
    Optional<VesselModel> model = section.word("model", models(), Optional.empty());
    double velocity = section.quantity("velocity", VELOCITY, VesselFlow.USUAL_VELOCITY);
    if (velocity <= 0) {
      section.complain(
          Complaint.OUT_OF_RANGE,
          "velocity",
          "nothing flows in this vessel, so it warms nothing",
          "write a velocity such as 17 cm/s, or `model: perfusion` for a vessel without flow");
      velocity = VesselFlow.USUAL_VELOCITY;
    }
    return new VesselFlow(model, velocity, section.word("inlet", INLETS, Inlet.TRUNK));
  }
}
