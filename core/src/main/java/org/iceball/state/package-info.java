/**
 * What a run has to remember to go on as if it had never stopped: classes with a memory implement
 * {@link org.iceball.state.Kept}. Where the numbers go is for {@code io.checkpoint} to say.
 */
package org.iceball.state;
