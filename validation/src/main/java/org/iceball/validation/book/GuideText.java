package org.iceball.validation.book;

import java.util.List;

/** What the guide says that no row can. */
final class GuideText {
  private GuideText() {}

  /** What the engine must not be used for, and what it leaves out. */
  static final List<String> LIMITS =
      List.of(
          "For research and teaching: to explore and compare placements and protocols, beside other"
              + " evidence. Not for directing the treatment of a patient.",
          "These rows show that the equations are solved as they are written. They do not show that"
              + " the equations are those of a patient's liver; comparison with published zones is"
              + " a chapter of its own and says so where it stands.",
          "A temperature that was reached is not a death of cells; supercooling, nucleation and"
              + " cooling rate are not in the model.",
          "Perfusion is uniform in a tissue and never recovers after ice; large vessels stay at 37"
              + " degC, so warm wakes and vessels that freeze shut are missing.",
          "What a needle's gas can carry off is known of no make: flows and exchange are those that"
              + " make one set of phantoms come out, within the orders of magnitude that sources give.",
          "Beside a front the error is about first order in the spacing. What holds at 1 mm here does"
              + " not hold at 3 mm.");

  /** Introduction to the list of exact solutions. */
  static final String EXACT =
      "A check is worth what its reference is worth. Each formula is held against its own equation,"
          + " interface and boundary values by finite differences, in tests of their own"
          + " (ExactSolutionsTest, SelfSimilarFreezingTest, RadialReferenceTest), and all 249 values"
          + " of a sheet that was computed elsewhere are computed anew (ReferenceSheetTest). The"
          + " sheet's author had cross-checked only Neumann, Lunardini and Paterson.";

  /** How the page looks. */
  static final String STYLE =
      """
      :root { color-scheme: light; }
      body { margin: 0; background: #fff; color: #222b33;
        font: 16px/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
      main { max-width: 1180px; margin: 0 auto; padding: 24px 20px 80px; }
      h1 { font-size: 30px; margin: 8px 0 20px; }
      h2 { font-size: 22px; margin: 44px 0 10px; }
      p, li { max-width: 80ch; }
      code { font: 14px ui-monospace, Menlo, Consolas, monospace; white-space: nowrap; }
      .limits { border-left: 6px solid #d55e00; background: #fdf4ee; padding: 4px 22px 10px; }
      .limits h2 { margin-top: 14px; }
      table { border-collapse: collapse; margin: 14px 0; width: 100%; font-size: 14px; }
      table.narrow { width: auto; }
      th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0;
        border-bottom: 1px solid #e3e7ea; }
      th { font-weight: 600; color: #4a5660; }
      td.number { text-align: right; }
      td.found { white-space: nowrap; }
      td.verdict { font-weight: 600; }
      tr.pass td.verdict, p.pass { color: #00694c; }
      tr.fail td, p.fail { color: #b3261e; }
      p.pass, p.fail { font-weight: 600; font-size: 18px; }
      .figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(420px, 1fr));
        gap: 18px; margin: 16px 0; }
      figure { margin: 0; border: 1px solid #e3e7ea; padding: 8px; }
      figure img { width: 100%; height: auto; display: block; }
      figcaption { font-size: 13px; color: #4a5660; padding: 4px 6px 0; }
      dt { font-weight: 600; margin-top: 8px; }
      dd { margin-left: 0; }
      @media (max-width: 700px) { table { display: block; overflow-x: auto; } }
      @media print { main { max-width: none; } details { display: block; } }
      """;
}
