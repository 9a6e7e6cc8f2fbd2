/** Tests of this package. Nothing here is shipped. */
package dev.musterpoint.reports.junit;
