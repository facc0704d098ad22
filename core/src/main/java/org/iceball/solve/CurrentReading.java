package org.iceball.solve;

/**
 * What a generator shows at a moment.
 *
 * @param power that it gives, mean since the row before [W]
 * @param current root mean square since the row before [A]
 * @param voltage root mean square since the row before [V]
 * @param impedance now, pad and body included [ohm]; NaN where no electrode is on
 * @param metal temperature of the electrodes' metal now [K]
 */
public record CurrentReading(
    double power, double current, double voltage, double impedance, double metal) {}
