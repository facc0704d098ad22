/** Pictures of an outcome: slices through the anatomy and curves against time, as PNG. */
package org.iceball.io.picture;
