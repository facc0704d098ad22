/** The cases that the rows of {@code validation/checks.csv} name, one theme a class. */
package org.iceball.validation.cases;
