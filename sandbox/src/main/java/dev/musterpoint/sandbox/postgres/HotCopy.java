package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.sandbox.kind.Trees;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * Copies the data directory of a running server, between its own {@code pg_backup_start} and {@code pg_backup_stop}
 * (PostgreSQL's manual, "Making a Base Backup Using the Low Level API"). What the copy lacks of the log it streams.
 */
final class HotCopy {
    private static final String BEGIN = "SELECT pg_backup_start(?, true)";
    private static final String END = "SELECT labelfile FROM pg_backup_stop(false)";
    /** What belongs to the running server alone, or is made anew at every start. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "standby.signal");

    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private HotCopy() {}

    /**
     * Copies {@code from}, the data directory of the server behind {@code connection}, to {@code to}, which must not exist.
     * The backup lasts as long as the connection's session, so the connection must not be used for anything else meanwhile.
     */
    static void make(Connection connection, Path from, Path to) throws SQLException, IOException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, "musterpoint rejoin");
            begin.execute();
        }
        Files.walkFileTree(from, new Copying(from, to));
        try (PreparedStatement end = connection.prepareStatement(END);
                ResultSet row = end.executeQuery()) {
            row.next();
            Files.writeString(to.resolve("backup_label"), row.getString(1));
        }
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            Trees.createPrivate(to.resolve(from.relativize(directory)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Path relative = from.relativize(file);
            String top = relative.getName(0).toString();
            if (!LEFT_OUT.contains(top) && !EMPTIED.contains(top)) {
                copy(file, to.resolve(relative));
            }
            return FileVisitResult.CONTINUE;
        }

        /** The server goes on working; replaying its log makes good what it removed meanwhile. */
        private static void copy(Path file, Path to) throws IOException {
            try {
                Files.copy(file, to);
            } catch (NoSuchFileException e) {
                Files.deleteIfExists(to);
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }
}
