/** How fast the engine is, measured beside what the machine could do at best. */
package org.iceball.study.bench;
