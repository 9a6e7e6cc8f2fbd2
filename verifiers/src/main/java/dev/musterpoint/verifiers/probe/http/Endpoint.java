package dev.musterpoint.verifiers.probe.http;

import java.net.URI;

/** Where a request goes: scheme, host and port. */
record Endpoint(boolean secure, String host, int port) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    static Endpoint of(URI url) {
        boolean secure = url.getScheme().equalsIgnoreCase("https");
        int usual = secure ? HTTPS : HTTP;
        return new Endpoint(secure, url.getHost(), url.getPort() < 0 ? usual : url.getPort());
    }

    /** The value of the Host header. */
    String authority() {
        return port == (secure ? HTTPS : HTTP) ? host : host + ":" + port;
    }

    /** The host without the brackets of an IPv6 address. */
    String address() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
