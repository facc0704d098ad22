/**
 * Where the needles go: tracks that keep to the rules, searched by a cheap surrogate, ranked by the
 * engine on coarse cells, confirmed by it on the case's own.
 */
package org.iceball.plan;
