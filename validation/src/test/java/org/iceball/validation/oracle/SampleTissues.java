package org.iceball.validation.oracle;

/** Liver-like tissues that several tests use. */
final class SampleTissues {
  static final double SOLIDUS = 265.15;
  static final double LIQUIDUS = 272.15;
  static final double LATENT = 250e6;
  static final double BODY = 310.15;

  /** 0.016 1/s of blood of 1050 kg/m3 and 3617 J/(kg K) [W/(m3 K)]. */
  static final double BLOOD = 0.016 * 1050 * 3617;

  private SampleTissues() {}

  static RadialTissue constant() {
    return RadialTissue.constant(0.52, 2.0, 3.82e6, 1.9e6, LATENT, SOLIDUS, LIQUIDUS);
  }

  static RadialTissue rabin() {
    return RadialTissue.rabin(0.52, 3.82e6, RadialTissue.ice(1079), LATENT, SOLIDUS, LIQUIDUS);
  }

  static RadialTissue perfusedRabin() {
    return rabin().withBlood(BLOOD, BODY, 0);
  }
}
