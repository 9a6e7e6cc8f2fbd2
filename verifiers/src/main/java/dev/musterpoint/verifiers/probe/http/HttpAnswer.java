package dev.musterpoint.verifiers.probe.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * One answer.
 *
 * @param headers   by name in lower case; of several with one name, all values, parted by commas
 * @param body      what was read of it
 * @param truncated whether there was more of the body than is read
 * @param keepsOpen whether the connection can be used again
 */
record HttpAnswer(int status, Map<String, String> headers, byte[] body, boolean truncated, boolean keepsOpen) {
    Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
