/**
 * From the authored drill to the frozen plan: targets are resolved by reading, limits and policy are applied, and
 * doubts are raised. Nothing here changes the world, knows how files look, or runs a plan.
 */
package dev.musterpoint.drills.planning;
