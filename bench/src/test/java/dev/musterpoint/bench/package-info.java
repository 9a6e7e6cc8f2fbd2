/** What tests of all packages below share. Tests only. */
package dev.musterpoint.bench;
