/**
 * Numerical references that share no code with the engine: a fine radial solver of the whole
 * equation round one needle, and self-similar freezing by quadrature. SI units and kelvin.
 */
package org.iceball.validation.oracle;
