/** What differs between two cases or two runs, and what that moved. */
package org.iceball.io.diff;
