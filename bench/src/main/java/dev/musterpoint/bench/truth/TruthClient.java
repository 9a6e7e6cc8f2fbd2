package dev.musterpoint.bench.truth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * A client of its own process. Again and again it opens a fresh connection and writes a row, at the primary and, where that
 * fails, at the standby: a millisecond after the last attempt while none succeeds, 50 ms after it otherwise, and one at a
 * time, so that it does not starve what it watches. Each attempt is a line in its log: start and end in nanoseconds, and the
 * port that acknowledged it (0: none). What it cannot know is in the bracket that it gives: {@link ClientLog}.
 */
public final class TruthClient {
    private static final long IN_AN_OUTAGE = 1_000_000;
    private static final long OTHERWISE = 50_000_000;

    private final int[] ports;
    private final Properties login = new Properties();

    private TruthClient(int primary, int standby, String user, String password) {
        ports = new int[] {primary, standby};
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "1");
        login.setProperty("socketTimeout", "1");
        login.setProperty("assumeMinServerVersion", "18");
        login.setProperty("sslmode", "disable");
    }

    /** Arguments: primary port, standby port, user, password file, log file. Runs until its input ends. */
    public static void main(String[] arguments) throws Exception {
        String password = Files.readString(Path.of(arguments[3])).strip();
        TruthClient client =
                new TruthClient(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), arguments[2], password);
        client.makeTable();
        try (BufferedWriter log = Files.newBufferedWriter(Path.of(arguments[4]))) {
            Thread thread = new Thread(() -> client.attemptForEver(log));
            thread.setDaemon(true);
            thread.start();
            while (System.in.read() >= 0) {
                // The end of the input is the signal to stop.
            }
            synchronized (log) {
                log.flush();
                Runtime.getRuntime().halt(0);
            }
        }
    }

    private Connection open(int port) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", login);
    }

    private void makeTable() throws SQLException {
        try (Connection connection = open(ports[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("create table truth_client (at timestamptz default clock_timestamp())");
        }
    }

    private void attemptForEver(BufferedWriter log) {
        while (true) {
            long start = System.nanoTime();
            int by = write(ports[0]) ? ports[0] : write(ports[1]) ? ports[1] : 0;
            note(log, start + " " + System.nanoTime() + " " + by + "\n");
            LockSupport.parkNanos(by == 0 ? IN_AN_OUTAGE : OTHERWISE);
        }
    }

    private static void note(BufferedWriter log, String line) {
        try {
            synchronized (log) {
                log.write(line);
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    private boolean write(int port) {
        try (Connection connection = open(port);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into truth_client default values");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
