/**
 * The electric potential of radiofrequency ablation and the heat of its current: term (5) of
 * docs/physics.md. Arithmetic on arrays; decides nothing.
 */
package org.iceball.electric;
