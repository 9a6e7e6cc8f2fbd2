/**
 * TLS as a client with certificates and keys from PEM files: whom it trusts, and who it says it is. No socket is made and no
 * name is resolved here.
 */
package dev.musterpoint.connections.tls;
