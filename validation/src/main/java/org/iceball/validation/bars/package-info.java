/**
 * Do error bars cover? The engine runs cases whose exact answers are known, with the error bars it
 * gives itself, and the cases in which the bar reaches the truth are counted.
 */
package org.iceball.validation.bars;
