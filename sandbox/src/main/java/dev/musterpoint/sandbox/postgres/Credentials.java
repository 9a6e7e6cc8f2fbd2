package dev.musterpoint.sandbox.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The sandbox's one user and its password, which is random, made anew for each sandbox, and only ever stands in private files. */
final class Credentials {
    static final String USER = "muster";
    private static final int BYTES = 24;

    private final Path directory;
    private final String password;

    private Credentials(Path directory, String password) {
        this.directory = directory;
        this.password = password;
    }

    /** Makes a password and writes it to files in {@code directory}. */
    static Credentials create(Path directory) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Credentials made = new Credentials(directory, HexFormat.of().formatHex(bytes));
        made.write(made.passwordFile(), made.password);
        made.write(made.passFile(), "*:*:*:" + USER + ":" + made.password);
        // Hexadecimal digits need no quoting; the statement goes to the single-user backend on its standard input.
        made.write(made.roleScript(), "ALTER ROLE " + USER + " PASSWORD '" + made.password + "'");
        return made;
    }

    String password() {
        return password;
    }

    /** Holds the password and nothing else. */
    Path passwordFile() {
        return directory.resolve("password");
    }

    /** The password in libpq's format, for the standby's connection to its primary. */
    Path passFile() {
        return passFile(directory);
    }

    /** That of a sandbox which lives in {@code directory}. */
    static Path passFile(Path directory) {
        return directory.resolve("pgpass");
    }

    /** What gives the user this password. */
    Path roleScript() {
        return directory.resolve("role.sql");
    }

    /** Removes every file made here. */
    void delete() throws IOException {
        for (Path file : List.of(passwordFile(), passFile(), roleScript())) {
            Files.deleteIfExists(file);
        }
    }

    private void write(Path file, String content) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content + "\n");
    }
}
