package org.iceball.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Dimension;
import org.iceball.units.Finding;
import org.iceball.units.Quantity;

/**
 * Protocols in clinicians' words. {@code 10-5-10} is minutes of freeze, passive thaw, freeze, and
 * so on in turn. {@code freeze 10 min, thaw 5 min passive, freeze 10 min, thaw active} says each
 * phase; a thaw is passive unless it is called active, and the last thaw may leave its duration
 * open. An electrode's phases are {@code heat 12 min} and {@code pause 1 min}.
 */
public final class ProtocolWords {
  /**
   * How long a last thaw lasts where the words leave it open: 3 min [s]. An assumption, to be shown
   * to the user: in practice it ends when the needle comes loose.
   */
  public static final double OPEN_THAW = 180;

  /** The longest protocol that is taken: 24 h [s]. */
  public static final double LONGEST = 86_400;

  private static final int MOST_PHASES = 100;
  private static final Pattern MINUTES =
      Pattern.compile("[0-9.]{1,10}(\\s*-\\s*[0-9.]{1,10}){1,99}(\\s*min)?");
  private static final Pattern KIND =
      Pattern.compile("\\b(freeze|thaw|passive|active|heat|pause)\\b", Pattern.CASE_INSENSITIVE);
  private static final String REMEDY =
      "write `10-5-10` (minutes), or phases such as `freeze 10 min, thaw 5 min passive, thaw 3 min"
          + " active`; for an electrode `heat 12 min` or `heat 5 min, pause 1 min, heat 5 min`";

  private ProtocolWords() {}

  /**
   * A protocol as understood.
   *
   * @param protocol its phases
   * @param openEnded true where {@link #OPEN_THAW} had to be assumed for the last thaw
   */
  public record Reading(Protocol protocol, boolean openEnded) {}

  /**
   * The protocol that the words say.
   *
   * @throws CaseException with one finding, {@code BAD_PROTOCOL}
   */
  public static Protocol parse(String words) {
    return read(List.of(words)).protocol();
  }

  /**
   * The protocol that a list of phrases says, one after the other.
   *
   * @param phrases each a phase, several phases with commas between, or minutes with hyphens
   * @throws CaseException with one finding, {@code BAD_PROTOCOL}
   */
  public static Reading read(List<String> phrases) {
    List<String> parts = new ArrayList<>();
    for (String phrase : phrases) {
      parts.addAll(List.of(phrase.strip().split("\\s*[,;]\\s*", MOST_PHASES + 1)));
    }
    List<Phase> phases = new ArrayList<>();
    boolean openEnded = false;
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (MINUTES.matcher(part).matches()) {
        phases.addAll(minutes(part));
      } else if (i == parts.size() - 1 && isOpenThaw(part)) {
        phases.add(new Phase(kind(part), OPEN_THAW));
        openEnded = true;
      } else {
        phases.add(phase(part));
      }
    }
    return new Reading(checked(phases), openEnded);
  }

  /** The protocol in the words that {@link #parse} reads. */
  public static String text(Protocol protocol) {
    boolean heats = protocol.heats();
    return protocol.phases().stream()
        .map(phase -> text(phase, heats))
        .collect(Collectors.joining(", "));
  }

  private static String text(Phase phase, boolean heats) {
    String duration = Quantity.text(phase.duration(), Dimension.TIME);
    return switch (phase.kind()) {
      case FREEZE -> "freeze " + duration;
      case PASSIVE_THAW -> heats ? "pause " + duration : "thaw " + duration + " passive";
      case ACTIVE_THAW -> "thaw " + duration + " active";
      case HEAT -> "heat " + duration;
    };
  }

  private static List<Phase> minutes(String part) {
    List<Phase> phases = new ArrayList<>();
    for (String number : part.replace("min", "").strip().split("\\s*-\\s*", MOST_PHASES + 1)) {
      Phase.Kind kind = phases.size() % 2 == 0 ? Phase.Kind.FREEZE : Phase.Kind.PASSIVE_THAW;
      phases.add(new Phase(kind, duration(number + " min", part)));
    }
    return phases;
  }

  private static Phase phase(String part) {
    Phase.Kind kind = kind(part);
    String rest = KIND.matcher(part).replaceAll(" ").strip();
    if (rest.isEmpty()) {
      throw bad("`" + part + "` doesn't say for how long", "write `" + part + " 10 min`");
    }
    return new Phase(kind, duration(rest, part));
  }

  private static boolean isOpenThaw(String part) {
    return part.toLowerCase(Locale.ROOT).contains("thaw")
        && KIND.matcher(part).replaceAll("").isBlank();
  }

  private static Phase.Kind kind(String part) {
    List<String> said = new ArrayList<>();
    Matcher matcher = KIND.matcher(part);
    while (matcher.find()) {
      said.add(matcher.group().toLowerCase(Locale.ROOT));
    }
    boolean heat = said.remove("heat");
    boolean pause = said.remove("pause");
    boolean freeze = said.remove("freeze");
    boolean thaw = said.remove("thaw");
    boolean active = said.remove("active");
    boolean passive = said.remove("passive");
    if ((heat || pause) && !(heat && pause) && !(freeze || thaw || active || passive)) {
      refuseTwice(said, part);
      return heat ? Phase.Kind.HEAT : Phase.Kind.PASSIVE_THAW;
    }
    if (heat || pause || freeze == thaw || (active && passive) || (freeze && (active || passive))) {
      throw bad("`" + shortened(part) + "` is no phase of a protocol", REMEDY);
    }
    refuseTwice(said, part);
    if (freeze) {
      return Phase.Kind.FREEZE;
    }
    return active ? Phase.Kind.ACTIVE_THAW : Phase.Kind.PASSIVE_THAW;
  }

  private static void refuseTwice(List<String> said, String part) {
    if (!said.isEmpty()) {
      throw bad("`" + shortened(part) + "` says `" + said.get(0) + "` twice", REMEDY);
    }
  }

  private static double duration(String text, String part) {
    double seconds;
    try {
      seconds = Quantity.parse(text, Dimension.TIME);
    } catch (CaseException e) {
      Finding why = e.findings().get(0);
      throw bad("in `" + shortened(part) + "`, " + why.cause(), why.remedy());
    }
    if (!(seconds > 0) || seconds > LONGEST) {
      throw bad(
          "in `" + shortened(part) + "`, a phase can't last " + text,
          "write a time above zero and up to 24 h");
    }
    return seconds;
  }

  private static Protocol checked(List<Phase> phases) {
    if (phases.size() > MOST_PHASES) {
      throw bad("the protocol has " + phases.size() + " phases", "write at most " + MOST_PHASES);
    }
    Protocol protocol = new Protocol(phases);
    boolean freezes = phases.stream().anyMatch(p -> p.kind() == Phase.Kind.FREEZE);
    if (!freezes && !protocol.heats()) {
      throw bad("nothing in the protocol freezes or heats", REMEDY);
    }
    if (freezes && protocol.heats()) {
      throw bad("the protocol both freezes and heats", REMEDY);
    }
    if (protocol.duration() > LONGEST) {
      throw bad("the protocol lasts longer than 24 h", "shorten its phases");
    }
    return protocol;
  }

  private static String shortened(String part) {
    return part.length() <= 60 ? part : part.substring(0, 60) + "...";
  }

  private static CaseException bad(String cause, String remedy) {
    return new CaseException(Finding.of(Complaint.BAD_PROTOCOL, "protocol", cause, remedy));
  }
}
