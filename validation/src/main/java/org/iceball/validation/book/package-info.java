/**
 * The book of proof: a table of checks, the verdict on each row, and the guide that is made of
 * both. {@link org.iceball.validation.book.CheckTable} reads the rows, {@link
 * org.iceball.validation.book.CheckRun} runs the cases they name, {@link
 * org.iceball.validation.book.GuideWriter} writes the guide. The cases themselves are in {@code
 * org.iceball.validation.cases}.
 */
package org.iceball.validation.book;
