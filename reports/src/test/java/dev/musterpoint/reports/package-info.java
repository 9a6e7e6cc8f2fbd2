/** Tests of the rendered reports, and the scripted run they are rendered from. Nothing here is shipped. */
package dev.musterpoint.reports;
