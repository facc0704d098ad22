package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iceball.device.Applicator;
import org.iceball.device.Drive;
import org.iceball.device.Phase;
import org.iceball.device.Protocol;
import org.iceball.injury.InjuryKind;
import org.iceball.injury.InjuryLaw;
import org.iceball.injury.Isotherm;
import org.iceball.injury.NamedLaw;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.units.Complaint;

/** {@code compare:} another treatment of the same patient. */
final class CompareSection {
  private static final String CRYO = "cryo";
  private static final String RFA = "rfa";

  /** What replaces every needle where nobody chooses. */
  private static final String USUAL_ELECTRODE = "cool-tip-30";

  private static final String USUAL_LAW = "arrhenius";

  private final ProbeLibrary library;
  private final Frame frame;
  private final InjuryLibrary laws;

  CompareSection(ProbeLibrary library, Frame frame, InjuryLibrary laws) {
    this.library = library;
    this.frame = frame;
    this.laws = laws;
  }

  /**
   * The other arm; empty where the file names none.
   *
   * @param own the case with its own needles
   */
  Optional<OtherArm> read(Section top, Case own) {
    if (!top.has("compare")) {
      return Optional.empty();
    }
    Section section = top.section("compare", CaseSection.COMPARE);
    Optional<Protocol> protocol = ProtocolSection.read(section);
    List<PlannedNeedle> needles =
        section.has("needles")
            ? new NeedleSection(library, frame, protocol).read(section)
            : onTheSameTracks(section, own, protocol);
    if (section.has("needles") && section.has("probe")) {
      section.complain(
          Complaint.UNKNOWN_KEY,
          "probe",
          "a probe replaces every needle on its own track, and this section has needles of its own",
          "remove one of the two");
    }
    boolean heats = needles.stream().anyMatch(PlannedNeedle::heats);
    NamedLaw law =
        law(section, "law")
            .orElseGet(() -> heats ? laws.find(USUAL_LAW).orElseThrow() : lethal(own.lethal()));
    NamedLaw ownLaw =
        law(section, "own_law")
            .orElseGet(
                () -> own.heats() ? laws.find(USUAL_LAW).orElseThrow() : lethal(own.lethal()));
    return Optional.of(
        new OtherArm(
            section.text("own_name").orElse(own.heats() ? RFA : CRYO),
            ownLaw,
            section.text("name").orElse(heats ? RFA : CRYO),
            law,
            heats ? laws.ofHeat() : laws.usual(),
            needles,
            GeneratorSection.read(section, needles)));
  }

  /**
   * Every needle of the case replaced by a probe on its track, for as many minutes as the case's
   * own treatment takes.
   */
  private List<PlannedNeedle> onTheSameTracks(
      Section section, Case own, Optional<Protocol> protocol) {
    if (!section.has("probe")) {
      section.missing(
          "probe",
          "name what replaces every needle on its track, for example `probe: "
              + USUAL_ELECTRODE
              + "`, or write `needles:`");
      return own.needles();
    }
    Applicator probe = new ProbeSection(library).read(section);
    List<PlannedNeedle> needles = new ArrayList<>();
    for (PlannedNeedle n : own.needles()) {
      double minutes = n.protocol().duration();
      Protocol usual = new Protocol(List.of(new Phase(Phase.Kind.HEAT, minutes)));
      Protocol does = protocol.orElse(usual);
      PlannedNeedle other =
          new PlannedNeedle(n.name(), probe, n.placement(), n.start(), does, Drive.of(probe));
      if (does.heats() != other.heats()) {
        section.complain(
            Complaint.BAD_PROTOCOL,
            "protocol",
            "this protocol is not one of " + probe.name(),
            other.heats() ? "write for example `heat 12 min`" : "write for example `10-5-10`");
        return own.needles();
      }
      needles.add(other);
    }
    return needles;
  }

  private Optional<NamedLaw> law(Section section, String key) {
    Optional<String> name = section.text(key);
    Optional<NamedLaw> law = name.flatMap(laws::find);
    if (name.isPresent() && law.isEmpty()) {
      section.complain(
          Complaint.UNKNOWN_NAME,
          key,
          Shown.of(name.get()) + " is no injury law known here",
          Nearest.remedy(name.get(), laws.names()));
    }
    return law;
  }

  /** The library's law of a lethal temperature [K], or one made for it. */
  private NamedLaw lethal(double temperature) {
    InjuryLaw wanted = new Isotherm(temperature);
    return laws.all().stream()
        .filter(l -> l.law().equals(wanted))
        .findFirst()
        .orElseGet(
            () ->
                new NamedLaw(
                    String.format(java.util.Locale.ROOT, "cold%+.1f", temperature - 273.15),
                    "Colder than the case's lethal temperature",
                    false,
                    InjuryKind.COLDER_THAN,
                    java.util.Map.of(),
                    List.of(),
                    wanted));
  }
}
