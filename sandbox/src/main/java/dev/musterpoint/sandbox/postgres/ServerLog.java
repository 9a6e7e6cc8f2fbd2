package dev.musterpoint.sandbox.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what a server wrote. Messages are in English, for servers run in the C locale. */
final class ServerLog {
    private static final int TAIL_LINES = 5;

    private ServerLog() {}

    static boolean contains(Path log, String text) {
        return read(log).contains(text);
    }

    /** The last few lines on one line, for error messages. */
    static String tail(Path log) {
        List<String> lines = read(log).lines().toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    private static String read(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
