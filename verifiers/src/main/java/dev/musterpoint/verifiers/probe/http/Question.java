package dev.musterpoint.verifiers.probe.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One request.
 *
 * @param headers as configured; they come before those that every request has
 * @param secret  the names of the headers that hold secrets, in lower case: they go to no other server
 */
record Question(URI url, String method, Map<String, String> headers, Set<String> secret, String body) {
    private static final Set<Integer> SEE_OTHER = Set.of(301, 302, 303);
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    /** What goes over the wire. @param keep whether the connection may be used again */
    byte[] bytes(boolean keep) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("Host", Endpoint.of(url).authority());
        all.put("User-Agent", "musterpoint");
        all.put("Accept", "*/*");
        all.putAll(headers);
        all.put("Connection", keep ? "keep-alive" : "close");
        if (content.length > 0 || WITH_BODY.contains(method)) {
            all.put("Content-Length", Integer.toString(content.length));
        }
        StringBuilder head =
                new StringBuilder(method).append(' ').append(path()).append(" HTTP/1.1\r\n");
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = new byte[start.length + content.length];
        System.arraycopy(start, 0, bytes, 0, start.length);
        System.arraycopy(content, 0, bytes, start.length, content.length);
        return bytes;
    }

    private String path() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** The request that an answer of {@code status} sends its client to make (RFC 9110, 15.4). */
    Question redirected(URI target, int status) {
        boolean other = !Endpoint.of(target).equals(Endpoint.of(url));
        boolean asGet = SEE_OTHER.contains(status) && !method.equals("HEAD");
        return new Question(
                target, asGet ? "GET" : method, other ? publicHeaders() : headers, secret, asGet ? "" : body);
    }

    private Map<String, String> publicHeaders() {
        Map<String, String> open = new LinkedHashMap<>(headers);
        open.keySet().removeIf(name -> secret.contains(name.toLowerCase(Locale.ROOT)) || name.equalsIgnoreCase("Host"));
        return open;
    }
}
