/** Tests of the few parts of the ports that do something. Nothing here but tests. */
package dev.musterpoint.drills.spi;
