/**
 * Seeing and judging: what watches a system while a drill runs, and what decides afterwards what was seen. Nothing here
 * may change the system, and nothing here knows how a fault is injected.
 */
package dev.musterpoint.verifiers;
