/** What tests of faults of Kubernetes have in common: they plan, inject and undo on a real cluster, as the engine would. */
package dev.musterpoint.injectors.kubernetes;
