/** Measurements of speed as text and as JSON. */
package org.iceball.io.bench;
