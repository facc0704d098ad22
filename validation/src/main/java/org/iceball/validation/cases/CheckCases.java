package org.iceball.validation.cases;

import java.util.List;
import java.util.stream.Stream;
import org.iceball.validation.book.CheckCase;

/** Every case that a row of the table can name. */
public final class CheckCases {
  private CheckCases() {}

  /** All cases, by theme. */
  public static List<CheckCase> all() {
    return Stream.of(
            ManufacturedCases.all(),
            TimeCases.all(),
            PennesCases.all(),
            PointCases.all(),
            FreezingCases.all(),
            NeedleCases.all(),
            ObliqueCases.all(),
            BallCases.all(),
            ThawCases.all(),
            DuctCases.all(),
            VesselCases.all(),
            VeinCases.all(),
            RfCases.all(),
            BookCases.all(),
            SymmetryCases.all(),
            ZoneCases.all(),
            InjuryCases.all(),
            ErrorBarCases.all(),
            ReportedCases.all(),
            HeatedCases.all(),
            PlanCases.all(),
            RefusalCases.all())
        .flatMap(List::stream)
        .toList();
  }
}
