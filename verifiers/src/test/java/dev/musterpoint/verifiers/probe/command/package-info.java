/** Tests of the package of the same name. */
package dev.musterpoint.verifiers.probe.command;
