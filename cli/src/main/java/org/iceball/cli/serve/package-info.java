/** The planning page's server: loopback only, one token, one folder. */
package org.iceball.cli.serve;
