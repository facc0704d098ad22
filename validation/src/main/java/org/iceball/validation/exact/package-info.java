/**
 * Closed-form solutions of conduction, of freezing and of Pennes' bioheat equation, one formula a
 * class, each with its source. They share nothing with the engine. Everything is in SI units;
 * temperatures are in kelvin, although every formula here is unchanged by a shift of the scale
 * (only {@link org.iceball.validation.exact.ArrheniusInjury} needs the absolute one).
 */
package org.iceball.validation.exact;
