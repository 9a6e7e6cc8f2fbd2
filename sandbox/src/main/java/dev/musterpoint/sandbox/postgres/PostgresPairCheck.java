package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.sandbox.kind.SandboxException;
import java.io.IOException;
import java.util.Optional;

/** Whether this machine can run the PostgreSQL sandbox. Starts and unpacks nothing. */
public final class PostgresPairCheck {
    private PostgresPairCheck() {}

    /** What is in the way and what to do about it; empty when nothing is. */
    public static Optional<String> obstacle() {
        try {
            String archive = Platform.current().archive();
            if (PostgresPairCheck.class.getResource("/" + archive) == null) {
                return Optional.of("the installation holds no " + archive + "; build it again");
            }
            new Launcher("check");
            return Optional.empty();
        } catch (SandboxException | IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
