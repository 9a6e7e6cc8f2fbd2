package dev.musterpoint.sandbox.postgres;

import static dev.musterpoint.sandbox.postgres.PairDirectory.PRIMARY;
import static dev.musterpoint.sandbox.postgres.PairDirectory.STANDBY;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.SystemFacts.Member;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.sandbox.kind.SandboxKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What clients, injectors and readers are told of the pair. Where the password is found, never the password. */
final class PairFacts {
    private static final String HOST = "127.0.0.1";
    private static final String DATABASE = "postgres";

    private PairFacts() {}

    /** What is known before the pair exists. */
    static SystemFacts planned(String name, PairOptions options) {
        Map<String, String> host = Map.of("host", HOST);
        return facts(name, common(options), new Member(PRIMARY, host), new Member(STANDBY, host));
    }

    static SystemFacts running(String name, PairOptions options, PostgresPair.Running pair) {
        Map<String, String> facts = common(options);
        facts.put("jdbcUrl", jdbcUrl(pair));
        facts.put("passwordFile", pair.credentials().passwordFile().toString());
        return facts(name, facts, member(pair, pair.primary()), member(pair, pair.standby()));
    }

    private static SystemFacts facts(String name, Map<String, String> facts, Member primary, Member standby) {
        return new SystemFacts(name, SandboxKind.TYPE, true, facts, List.of(primary, standby));
    }

    private static Map<String, String> common(PairOptions options) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(SandboxKind.KIND, PairOptions.NAME);
        facts.put("replication", options.replication().label());
        if (!options.delay().isZero()) {
            facts.put("delay", Durations.format(options.delay()));
        }
        facts.put("user", Credentials.USER);
        facts.put("database", DATABASE);
        return facts;
    }

    private static String jdbcUrl(PostgresPair.Running pair) {
        return "jdbc:postgresql://" + HOST + ":" + pair.primary().port() + "," + HOST + ":"
                + pair.standby().port() + "/" + DATABASE
                + "?targetServerType=primary&connectTimeout=1&loginTimeout=2&socketTimeout=5&hostRecheckSeconds=0&sslmode=disable&gssEncMode=disable";
    }

    private static Member member(PostgresPair.Running pair, PostgresServer server) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("pid", Long.toString(server.pid()));
        facts.put("startedAt", server.startedAt().toString());
        facts.put("host", HOST);
        facts.put("port", Integer.toString(server.port()));
        facts.put("dataDirectory", pair.directory().data(server.member()).toString());
        return new Member(server.member(), facts);
    }
}
