/** Tests of faults in a real Toxiproxy, with a stranger's toxics beside them. */
package dev.musterpoint.injectors.toxiproxy;
