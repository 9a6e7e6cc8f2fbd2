/** Tests of where secrets are found. Nothing here but tests. */
package dev.musterpoint.connections.secret;
