package org.iceball.cli;

/** Texts of small cases, done in a moment. */
public final class SmallCase {
  /** A needle along z through the tumour's centre. */
  public static final String NEEDLE =
      """
      needles:
        - name: A
          probe: {base: 17G, active_length: 20 mm}
          target: {from: target_centre, offset: [0 mm, 0 mm, 0 mm]}
          direction: [0, 0, 1]
      """;

  private SmallCase() {}

  /** A drop of liver on coarse cells with one needle, and its protocol. */
  public static String tiny(String protocol) {
    return patient("Tiny", "40 mm, 40 mm, 40 mm", "8 mm")
        + NEEDLE
        + "protocol: "
        + protocol
        + "\ngrid: {spacing: 2 mm, around: everything}\n";
  }

  /**
   * The case without its treatment: a box of liver with a ball of tumour in its middle.
   *
   * @param size edges of the box, with their units
   * @param tumour diameter, with its unit
   */
  static String patient(String title, String size, String tumour) {
    return """
        iceball: 1
        title: TITLE
        anatomy:
          phantom:
            size: [SIZE]
            shapes:
              - {label: 1, box: {size: [SIZE]}}
              - {label: 2, ellipsoid: {axes: [TUMOUR, TUMOUR, TUMOUR]}}
        regions:
          - {label: 0, name: outside, tissue: liver, role: surrounding}
          - {label: 1, name: liver, tissue: liver, role: organ}
          - {label: 2, name: tumour, tissue: hcc, role: target}
        """
        .replace("TITLE", title)
        .replace("SIZE", size)
        .replace("TUMOUR", tumour);
  }
}
