/**
 * The ports through which drills reach the world, and the providers that offer implementations. Interfaces and small
 * values only: nothing here knows a system, a file format or the engine.
 */
package dev.musterpoint.drills.spi;
