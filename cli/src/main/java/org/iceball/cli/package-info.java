/**
 * The {@code iceball} command: one small class a verb. Reads, compiles, runs, writes; decides
 * nothing about physics.
 */
package org.iceball.cli;
