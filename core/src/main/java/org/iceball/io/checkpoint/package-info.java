/** The state of a run on the disk, and what it takes to go on with it. */
package org.iceball.io.checkpoint;
