/** Tests against a real server on the loopback interface. */
package dev.musterpoint.injectors.http;
