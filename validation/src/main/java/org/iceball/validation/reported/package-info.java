/**
 * Zones that others have reported, runs of the same cases, and what the difference says (ASME V&V
 * 20-2009).
 */
package org.iceball.validation.reported;
