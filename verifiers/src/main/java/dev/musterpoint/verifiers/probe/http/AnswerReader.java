package dev.musterpoint.verifiers.probe.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one HTTP/1.1 answer (RFC 9112), whatever comes: never more than a bounded number of bytes. */
final class AnswerReader {
    /** The most that is read of a body. */
    static final int LONGEST_BODY = 1 << 20;

    private static final int LONGEST_HEAD = 1 << 16;
    private static final int BLOCK = 1 << 13;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.([01]) (\\d{3})(?: .*)?");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,8})\\s*(?:;.*)?");

    private final InputStream in;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int headRead;
    private boolean truncated;

    private AnswerReader(InputStream in) {
        this.in = in;
    }

    /**
     * Reads the answer to a request of {@code method} from a buffered stream.
     *
     * @throws ProtocolException when it is no HTTP
     * @throws EOFException      when it ends too early
     */
    static HttpAnswer read(InputStream in, String method) throws IOException {
        return new AnswerReader(in).read(method);
    }

    private HttpAnswer read(String method) throws IOException {
        Matcher status = status();
        Map<String, String> headers = headers();
        while (status.group(2).startsWith("1")) {
            status = status();
            headers = headers();
        }
        int code = Integer.parseInt(status.group(2));
        boolean delimited = true;
        if (!method.equals("HEAD") && code != 204 && code != 304) {
            delimited = body(headers);
        }
        boolean keep = delimited && !truncated && keepsAlive(status.group(1).equals("1"), headers);
        return new HttpAnswer(code, headers, body.toByteArray(), truncated, keep);
    }

    private static boolean keepsAlive(boolean newer, Map<String, String> headers) {
        String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        return newer ? !connection.contains("close") : connection.contains("keep-alive");
    }

    private Matcher status() throws IOException {
        String line = line();
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            throw new ProtocolException("the answer is no HTTP/1.1: it begins with '" + Excerpt.of(line) + "'");
        }
        return status;
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("the answer has a header without a name: '" + Excerpt.of(line) + "'");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, line.substring(colon + 1).strip(), (one, next) -> one + ", " + next);
        }
        return headers;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException(
                        headRead == 0 ? "the connection ended without an answer" : "the answer ended in its head");
            }
            if (++headRead > LONGEST_HEAD) {
                throw new ProtocolException("the answer's head is longer than " + LONGEST_HEAD + " bytes");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Reads the body. @return whether its end was told by other means than by closing the connection */
    private boolean body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            chunks();
            return true;
        }
        if (headers.containsKey("content-length")) {
            block(length(headers.get("content-length")));
            return true;
        }
        block(Long.MAX_VALUE);
        return false;
    }

    private static long length(String written) throws ProtocolException {
        if (!written.matches("\\d{1,18}")) {
            throw new ProtocolException("the answer's length is no number: '" + Excerpt.of(written) + "'");
        }
        return Long.parseLong(written);
    }

    private void chunks() throws IOException {
        for (long size = chunkSize(); size > 0 && !truncated; size = truncated ? 0 : chunkSize()) {
            block(size);
            if (!truncated && !line().isEmpty()) {
                throw new ProtocolException("a chunk of the answer is longer than it says");
            }
        }
        if (!truncated) {
            headers();
        }
    }

    private long chunkSize() throws IOException {
        headRead = 1;
        String line = line();
        Matcher size = CHUNK.matcher(line);
        if (!size.matches()) {
            throw new ProtocolException("the answer has no chunk where one should be: '" + Excerpt.of(line) + "'");
        }
        return Long.parseLong(size.group(1), 16);
    }

    /** Reads {@code length} bytes, or all there are when that is not known; stops at the most that is read. */
    private void block(long length) throws IOException {
        byte[] buffer = new byte[BLOCK];
        long left = length;
        while (left > 0) {
            if (body.size() >= LONGEST_BODY) {
                truncated = true;
                return;
            }
            int most = (int) Math.min(Math.min(BLOCK, left), LONGEST_BODY - body.size());
            int read = in.read(buffer, 0, most);
            if (read < 0 && length == Long.MAX_VALUE) {
                return;
            }
            if (read < 0) {
                throw new EOFException("the answer ended " + left + " bytes too early");
            }
            body.write(buffer, 0, read);
            left -= read;
        }
    }
}
