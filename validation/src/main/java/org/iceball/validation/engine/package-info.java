/** The engine as the checks drive it: specimens to solve, and solvers that can be exchanged. */
package org.iceball.validation.engine;
