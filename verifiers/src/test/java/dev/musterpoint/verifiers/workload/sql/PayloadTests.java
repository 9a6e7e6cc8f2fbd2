package dev.musterpoint.verifiers.workload.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.WriteId;
import org.junit.jupiter.api.Test;

class PayloadTests {
    @Test
    void computesTheStandardChecksum() {
        // The check value of CRC-32C in the catalogue of parametrised CRC algorithms.
        assertThat(new Payload("123456789").checksum()).isEqualTo("e3069283");
    }

    @Test
    void differsForEachAttempt() {
        assertThat(Payload.of(new WriteId(1, 2, 0)).checksum())
                .isNotEqualTo(Payload.of(new WriteId(1, 2, 1)).checksum());
    }
}
