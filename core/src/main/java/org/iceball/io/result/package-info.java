/** What comes out of a run, as files: numbers, tables, fields and pictures. */
package org.iceball.io.result;
