package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.sandbox.kind.SandboxException;
import java.util.Locale;
import java.util.Optional;

/** The machines for which PostgreSQL binaries are bundled. */
enum Platform {
    AMD64("amd64", "postgres-linux-x86_64.txz"),
    ARM64("arm64", "postgres-linux-arm_64.txz");

    private final String label;
    private final String archive;

    Platform(String label, String archive) {
        this.label = label;
        this.archive = archive;
    }

    /** The name in cache directories. */
    String label() {
        return label;
    }

    /** The resource that holds the binaries. */
    String archive() {
        return archive;
    }

    static Optional<Platform> of(String os, String arch) {
        if (!os.toLowerCase(Locale.ROOT).startsWith("linux")) {
            return Optional.empty();
        }
        return switch (arch) {
            case "amd64", "x86_64" -> Optional.of(AMD64);
            case "aarch64", "arm64" -> Optional.of(ARM64);
            default -> Optional.empty();
        };
    }

    /** This machine's. @throws SandboxException when there are no binaries for it */
    static Platform current() throws SandboxException {
        String os = System.getProperty("os.name");
        String arch = System.getProperty("os.arch");
        return of(os, arch)
                .orElseThrow(() -> new SandboxException(
                        "the PostgreSQL sandbox runs on Linux on amd64 or arm64, not on " + os + " on " + arch
                                + "; drill against a PostgreSQL of your own with a system of type postgres"));
    }
}
