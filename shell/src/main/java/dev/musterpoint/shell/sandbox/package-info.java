/**
 * Sandboxes that stay up between commands: who keeps each, who removes it when its keeper is gone, and where both are
 * written down. What a sandbox is made of is its provider's to know.
 */
package dev.musterpoint.shell.sandbox;
