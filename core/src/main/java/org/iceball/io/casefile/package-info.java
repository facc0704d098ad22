/**
 * From a case file to a {@link org.iceball.model.Case}, and from a case back to words.
 *
 * <p>Reading path: {@link org.iceball.io.casefile.CaseReader} turns text into a tree ({@code
 * YamlParser}), walks it section by section ({@code GridSection}, {@code NeedleSection}, ...), and
 * notes every mistake and the origin of every value in a {@code Notebook}. A section always returns
 * something legal: where the file is wrong it returns a stand-in, which nobody ever sees because
 * the notebook's findings are thrown in the end. So one pass finds everything.
 */
package org.iceball.io.casefile;
