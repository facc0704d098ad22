/**
 * Many runs of one case: the coarse twin that gives a run its error bars, and the study on three
 * grids. Every run is the same pure function of a case; nothing here knows how it computes.
 */
package org.iceball.study;
