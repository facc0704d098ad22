/**
 * Reports for people: one self-contained HTML file each. {@link org.iceball.io.report.ReportPage}
 * is the page, its sections are made of {@link org.iceball.io.report.Html}, {@link
 * org.iceball.io.report.LineChart}, {@link org.iceball.io.report.ProtocolStrip} and {@link
 * org.iceball.io.report.Scene}; {@link org.iceball.io.report.RunReport} is the page of a run.
 */
package org.iceball.io.report;
