package dev.musterpoint.bench.truth;

import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs failovers with planted loss, reads the surviving server over a connection of its own for as long as it lives, and
 * compares: the acknowledged writes that its last complete reading lacks are the lost ones.
 */
public final class LossMain {
    private static final long PERIOD = 20_000_000;

    private LossMain() {}

    /** Arguments: the project's directory, how many runs. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        int runs = Integer.parseInt(arguments[1]);
        int equal = 0;
        System.out.println("run  acknowledged  lost (measured)  lost (the server's own)  verdict  equal");
        for (int i = 1; i <= runs; i++) {
            Path directory = Files.createTempDirectory("loss-");
            DrillProcess drill =
                    new DrillProcess(home.resolve("muster"), home.resolve("bench/drills/loss.yaml"), directory);
            Set<String> survivors = survivors(drill, drill.sandbox());
            drill.await();
            RunReader reader = new RunReader(drill.run());
            Assessment assessment = reader.assessment().orElseThrow();
            WritesSeen writes = assessment.findings(WritesSeen.class).get(0);
            Set<String> lost = acknowledged(reader);
            long acknowledged = lost.size();
            lost.removeAll(survivors);
            Set<String> measured = new TreeSet<>();
            writes.lostIds().forEach(id -> measured.add(id.toString()));
            boolean same = lost.size() == writes.lost() && lost.containsAll(measured);
            equal += same ? 1 : 0;
            System.out.printf(
                    Locale.ROOT,
                    "%3d  %12d  %15d  %23d  %s  %s%n",
                    i,
                    acknowledged,
                    writes.lost(),
                    lost.size(),
                    assessment.verdict(),
                    same ? "yes" : "NO: " + directory);
        }
        System.out.printf(Locale.ROOT, "equal in %d of %d%n", equal, runs);
        System.exit(equal == runs ? 0 : 1);
    }

    private static Set<String> acknowledged(RunReader reader) {
        Set<String> ids = new TreeSet<>();
        reader.ledger("orders", (LedgerLine line) -> {
            if (line instanceof WriteAnswer answer && answer.outcome() == WriteOutcome.ACKNOWLEDGED) {
                ids.add(answer.id().toString());
            }
        });
        return ids;
    }

    /** The rows of the standby as of its last complete reading: writes have stopped long before it is removed. */
    private static Set<String> survivors(DrillProcess drill, SystemFacts sandbox) throws Exception {
        Properties login = new Properties();
        login.setProperty("user", sandbox.facts().get("user"));
        login.setProperty(
                "password",
                Files.readString(Path.of(sandbox.facts().get("passwordFile"))).strip());
        String url = "jdbc:postgresql://127.0.0.1:"
                + sandbox.member("standby").orElseThrow().facts().get("port") + "/postgres";
        Set<String> last = new HashSet<>();
        while (drill.isAlive()) {
            try (Connection connection = DriverManager.getConnection(url, login)) {
                while (true) {
                    last = read(connection);
                    LockSupport.parkNanos(PERIOD);
                }
            } catch (SQLException e) {
                // Not there yet, or there no longer.
                LockSupport.parkNanos(PERIOD);
            }
        }
        return last;
    }

    private static Set<String> read(Connection connection) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select writer, sequence, attempt from musterpoint_ledger")) {
            while (rows.next()) {
                ids.add(rows.getInt(1) + "/" + rows.getLong(2) + "/" + rows.getInt(3));
            }
        }
        return ids;
    }
}
