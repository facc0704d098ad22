/**
 * Plans as files: tables for people, tracks for 3D Slicer, and what a later search goes on from.
 */
package org.iceball.io.plan;
