/** A real Toxiproxy for each test that wants one. Nothing here knows what the tests do with it. */
package dev.musterpoint.sandbox.toxiproxy;
