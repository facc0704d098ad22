package org.iceball.io.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.iceball.grid.Vec3;
import org.iceball.io.SyntheticOutcome;
import org.iceball.solve.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlicePictureTest {
  private static final Outcome OUTCOME = SyntheticOutcome.twoNeedles();
  private static final Vec3 THROUGH = OUTCOME.anatomy().targetCentre();

  @ParameterizedTest
  @EnumSource(SlicePlane.class)
  void isothermsLieWhereTheFormulaHasThem(SlicePlane plane) {
    PanelView view = view(plane);
    BufferedImage image = panel(view);
    double[] celsius = {0, -20, -40};
    for (int n = 0; n < celsius.length; n++) {
      int found = 0;
      for (double angle : new double[] {0.3, 0.9, 1.5, 2.1, 2.7, 3.3, 3.9, 4.5, 5.1, 5.7}) {
        found += near(image, view.project(surface(plane, angle, celsius[n])), Palette.line(n));
      }
      // Needles, numbers or gaps of a dash may hide some.
      assertThat(found).as(plane + " at " + celsius[n] + " degC").isGreaterThanOrEqualTo(7);
    }
    assertThat(near(image, view.project(THROUGH), Palette.line(0))).isZero();
  }

  @Test
  void thePatientsRightIsOnTheLeftAndTheFrontIsUp() {
    PanelView axial = view(SlicePlane.AXIAL);
    Point2D middle = axial.project(THROUGH);
    Point2D right = axial.project(THROUGH.plus(Vec3.mm(5, 0, 0)));
    Point2D front = axial.project(THROUGH.plus(Vec3.mm(0, 5, 0)));
    assertThat(right.getX()).isLessThan(middle.getX());
    assertThat(front.getY()).isLessThan(middle.getY());
    PanelView sagittal = view(SlicePlane.SAGITTAL);
    assertThat(sagittal.project(THROUGH.plus(Vec3.mm(0, 5, 0))).getX())
        .isLessThan(sagittal.project(THROUGH).getX());
    // The vein lies to the right of the tumour and behind its middle: left and below here.
    BufferedImage image = panel(axial);
    Point2D vein = axial.project(new Vec3(-0.0258, 0.018, THROUGH.z()));
    Color colour = new Color(image.getRGB((int) vein.getX(), (int) vein.getY()));
    assertThat(colour.getRed() - colour.getGreen()).isGreaterThan(10);
    assertThat(vein.getX()).isLessThan(middle.getX());
    assertThat(vein.getY()).isGreaterThan(middle.getY());
  }

  @Test
  void thePictureIsAWidePngForBothKindsOfCase() throws IOException {
    for (Outcome outcome : new Outcome[] {OUTCOME, SyntheticOutcome.withoutTarget()}) {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(SlicePicture.draw(outcome)));
      assertThat(image.getWidth()).isEqualTo(1760);
      assertThat(image.getHeight()).isBetween(500, 1400);
      BufferedImage curves = ImageIO.read(new ByteArrayInputStream(CurvesPicture.draw(outcome)));
      assertThat(curves.getWidth()).isEqualTo(1200);
    }
  }

  @Test
  void picturesAreTheSameEachTime() {
    assertThat(SlicePicture.draw(OUTCOME)).isEqualTo(SlicePicture.draw(OUTCOME));
  }

  private static PanelView view(SlicePlane plane) {
    return new PanelView(plane, OUTCOME.anatomy().labels().grid(), Box.around(OUTCOME), 9000, 0, 0);
  }

  private static BufferedImage panel(PanelView view) {
    BufferedImage image =
        new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = Png.graphics(image);
    new SlicePanel(OUTCOME, view, THROUGH).draw(g);
    g.dispose();
    return image;
  }

  /** Point [m] of the isotherm in the plane through the target's centre, in a direction [rad]. */
  private static Vec3 surface(SlicePlane plane, double angle, double celsius) {
    Vec3 d = THROUGH.minus(SyntheticOutcome.ICE_CENTRE);
    Vec3 half = SyntheticOutcome.ICE;
    double depth = SlicePlane.component(d, plane.normal) / SlicePlane.component(half, plane.normal);
    double r = Math.sqrt(Math.pow(1 + celsius / 74, 2) - depth * depth);
    double[] p = new double[3];
    p[plane.across] =
        SlicePlane.component(SyntheticOutcome.ICE_CENTRE, plane.across)
            + r * SlicePlane.component(half, plane.across) * Math.cos(angle);
    p[plane.up] =
        SlicePlane.component(SyntheticOutcome.ICE_CENTRE, plane.up)
            + r * SlicePlane.component(half, plane.up) * Math.sin(angle);
    p[plane.normal] = SlicePlane.component(THROUGH, plane.normal);
    return new Vec3(p[0], p[1], p[2]);
  }

  /** 1 where a pixel close to the colour lies within 4 pixels (0.4 mm) of the point. */
  private static int near(BufferedImage image, Point2D at, Color colour) {
    for (int y = (int) at.getY() - 4; y <= at.getY() + 4; y++) {
      for (int x = (int) at.getX() - 4; x <= at.getX() + 4; x++) {
        Color c = new Color(image.getRGB(x, y));
        int distance =
            Math.abs(c.getRed() - colour.getRed())
                + Math.abs(c.getGreen() - colour.getGreen())
                + Math.abs(c.getBlue() - colour.getBlue());
        if (distance < 30) {
          return 1;
        }
      }
    }
    return 0;
  }
}
