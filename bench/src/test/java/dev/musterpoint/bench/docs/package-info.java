/** Holds the documentation to the code. Tests only. */
package dev.musterpoint.bench.docs;
