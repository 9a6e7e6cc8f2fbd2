package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.sandbox.kind.SandboxException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The bundled PostgreSQL programs, unpacked. They include {@code initdb} and {@code postgres}, and no client. */
record Binaries(Path home, String key) {
    private static final int OWNER_MAY_EXECUTE = 0100;

    /** Unpacks them on first use. */
    static Binaries in(Cache cache) throws IOException, SandboxException {
        Platform platform = Platform.current();
        String key = version() + "-" + platform.label();
        Path home = cache.get("postgres-" + key, directory -> unpack(platform, directory));
        return new Binaries(home, key);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Binaries.class.getResourceAsStream("binaries.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }

    private static void unpack(Platform platform, Path directory) throws IOException, SandboxException {
        try (InputStream raw = Binaries.class.getResourceAsStream("/" + platform.archive())) {
            if (raw == null) {
                throw new SandboxException("the PostgreSQL binaries for " + platform.label()
                        + " are not on the class path; install the whole distribution");
            }
            TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, directory);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path directory) throws IOException {
        Path path = inside(directory, directory.resolve(entry.getName()));
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            inside(directory, path.getParent().resolve(entry.getLinkName()));
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        boolean program = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static Path inside(Path directory, Path path) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(directory)) {
            throw new IOException("the archive of PostgreSQL binaries reaches outside its directory: " + path);
        }
        return normal;
    }
}
