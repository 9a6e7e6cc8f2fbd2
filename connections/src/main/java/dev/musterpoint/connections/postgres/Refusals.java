package dev.musterpoint.connections.postgres;

import dev.musterpoint.drills.spi.SystemCheck;
import java.sql.SQLException;

/** What it means that a server could not be reached or did not let us in, by the SQLSTATE. */
final class Refusals {
    private static final String WRONG_LOGIN = "28";
    private static final String NO_DATABASE = "3D000";
    private static final String TOO_MANY = "53300";
    private static final String NOT_NOW = "57P03";
    private static final String NO_CONNECTION = "08";

    private Refusals() {}

    /** @param message the error's, redacted */
    static SystemCheck check(String name, String what, SQLException error, String message) {
        return SystemCheck.failed(
                name, what + ": " + message.lines().findFirst().orElse(""), mend(error, message));
    }

    private static String mend(SQLException error, String message) {
        if (message.contains("targetServerType")) {
            return "start or promote a server that is what the URL asks for; the driver takes one whose transactions are"
                    + " read-only for this user (default_transaction_read_only) for a standby too";
        }
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        if (state.startsWith(WRONG_LOGIN)) {
            return "check 'user' and 'password' of the system, and that the server's pg_hba.conf lets them in from here";
        }
        return switch (state) {
            case NO_DATABASE -> "check the database at the end of 'url'";
            case TOO_MANY -> "raise max_connections, or free connections: a drill needs some of its own";
            case NOT_NOW -> "wait until the server has started";
            default ->
                state.startsWith(NO_CONNECTION)
                        ? "check host and port in 'url', that the server runs and listens there, and the firewall between"
                        : "mend what the server says";
        };
    }
}
