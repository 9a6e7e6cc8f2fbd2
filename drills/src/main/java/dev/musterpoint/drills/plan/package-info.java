/**
 * What is going to run: the drill with its targets, steps and policy resolved, frozen under one digest. Nothing here
 * chooses anything; choosing was done to get here.
 */
package dev.musterpoint.drills.plan;
