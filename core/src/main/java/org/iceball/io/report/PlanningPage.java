package org.iceball.io.report;

import org.iceball.io.Disclaimer;

/** The page of {@code iceball serve}: needles that can be dragged, and ice that follows. */
public final class PlanningPage {
  private static final String POLICY =
      "default-src 'none'; connect-src 'self'; img-src data: blob:; style-src 'unsafe-inline';"
          + " script-src 'unsafe-inline'";

  private PlanningPage() {}

  /** The page; it asks for its board itself. */
  public static String html() {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\""
        + POLICY
        + "\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
        + "<link rel=\"icon\" href=\"data:,\">\n<title>iceball: planning</title>\n<style>\n"
        + ReportPage.style()
        + ReportPage.resource("planning.css")
        + "</style>\n</head>\n<body>\n<main class=\"planning\">\n<header><h1>Planning</h1>\n"
        + "<p class=\"by\"><strong>"
        + Html.text(Disclaimer.TEXT)
        + "</strong> Figures here have no error bars; run the saved case with iceball simulate."
        + "</p></header>\n<div id=\"board\"><p class=\"note\">Loading; this page needs"
        + " JavaScript.</p></div>\n</main>\n<script>\n"
        + ReportPage.script()
        + ReportPage.resource("planning.js")
        + "IB.plan();\n</script>\n</body>\n</html>\n";
  }
}
