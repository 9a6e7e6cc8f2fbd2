/**
 * What automated runbook steps do. Nothing here injects or undoes a fault, or judges how a drill went.
 */
package dev.musterpoint.runbooks.step;
