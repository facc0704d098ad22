/** What the validation module adds to the command line. */
package org.iceball.validation.command;
