/** Tests of where settings are looked for. */
package dev.musterpoint.shell.config;
