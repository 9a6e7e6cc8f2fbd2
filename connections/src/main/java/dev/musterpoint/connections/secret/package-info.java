/**
 * References to secrets, and their resolution at the moment of use. A secret's value never stands in a record, and each
 * value that is resolved is made known to the redactor first.
 */
package dev.musterpoint.connections.secret;
