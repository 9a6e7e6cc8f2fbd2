package dev.musterpoint.verifiers.workload.sql;

import dev.musterpoint.drills.evidence.WriteId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** What a row carries, and the CRC-32C (RFC 3720, appendix B.4) by which one sees that it is still the same. */
record Payload(String text) {
    private static final int FILL = 64;

    /** The payload of one attempt: its identity, filled up to the size of a small order. */
    static Payload of(WriteId id) {
        String head = id.toString();
        return new Payload(head + ".".repeat(Math.max(0, FILL - head.length())));
    }

    /** In hexadecimal, eight digits. */
    String checksum() {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
