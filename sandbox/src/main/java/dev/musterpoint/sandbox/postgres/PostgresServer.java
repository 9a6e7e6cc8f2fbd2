package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.sandbox.kind.SandboxException;
import java.time.Instant;

/** A server of the pair that was started. Its process id and start time identify it; a process id alone would not. */
record PostgresServer(String member, Process process, Instant startedAt, int port) {
    static PostgresServer of(String member, Process process, int port) throws SandboxException {
        Instant startedAt = process.toHandle()
                .info()
                .startInstant()
                .orElseThrow(() -> new SandboxException("the " + member + " ended as soon as it was started"));
        return new PostgresServer(member, process, startedAt, port);
    }

    long pid() {
        return process.pid();
    }
}
