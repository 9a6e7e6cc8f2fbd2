package dev.musterpoint.connections.postgres;

import dev.musterpoint.connections.secret.SecretReference;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.SystemFacts.Member;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.SystemCheck;
import dev.musterpoint.drills.spi.SystemProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.drills.spi.UndoSink;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Offers the system type {@code postgres}: a PostgreSQL that exists and is only connected to. */
public final class PostgresSystemProvider implements SystemProvider {
    private static final String TYPE = "postgres";
    /** What the driver would load by name, or write to: no drill file names a class. */
    private static final List<PGProperty> CODE = List.of(
            PGProperty.SOCKET_FACTORY,
            PGProperty.SOCKET_FACTORY_ARG,
            PGProperty.SSL_FACTORY,
            PGProperty.SSL_FACTORY_ARG,
            PGProperty.SSL_HOSTNAME_VERIFIER,
            PGProperty.SSL_PASSWORD_CALLBACK,
            PGProperty.AUTHENTICATION_PLUGIN_CLASS_NAME,
            PGProperty.XML_FACTORY_FACTORY,
            PGProperty.SERVICE);

    /** The driver warns of addresses by repeating them, with whatever they hold. What is wrong with one is said here. */
    private static final Logger DRIVERS_LOG = Logger.getLogger("org.postgresql");

    static {
        DRIVERS_LOG.setLevel(Level.OFF);
    }

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public List<TypeInfo> types() {
        return List.of(TypeInfo.of(
                TYPE,
                "A PostgreSQL that exists: one server, or several behind one JDBC URL",
                List.of(
                        Parameter.required(
                                "url",
                                ParameterType.TEXT,
                                "The JDBC URL that users connect with, such as"
                                        + " jdbc:postgresql://a:5432,b:5432/app?targetServerType=primary"),
                        Parameter.required("user", ParameterType.TEXT, "The user to connect as"),
                        Parameter.optional(
                                "password", ParameterType.SECRET, "none", "Where the user's password is found")),
                List.of()));
    }

    @Override
    public SystemFacts describe(SystemSpec spec) {
        String url = spec.params().text("url");
        PGSimpleDataSource source = parse(spec.name(), url);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("jdbcUrl", url);
        facts.put("user", spec.params().text("user"));
        facts.put("database", source.getDatabaseName() == null ? "" : source.getDatabaseName());
        if (spec.params().has("password")) {
            SecretReference password = SecretReference.of(spec.params().nested("password"));
            facts.put(password.factName("password"), password.name());
        }
        return new SystemFacts(spec.name(), TYPE, false, facts, members(source));
    }

    private static PGSimpleDataSource parse(String system, String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the url of system '" + system + "' is no JDBC URL of PostgreSQL; write one such as"
                            + " jdbc:postgresql://host:5432/database",
                    e);
        }
        refuseCode(system, url);
        if (source.getPassword() != null || source.getUser() != null) {
            throw new IllegalArgumentException("the url of system '" + system
                    + "' holds a user or a password; give them as 'user' and 'password: {env: NAME}'");
        }
        return source;
    }

    private static void refuseCode(String system, String url) {
        Properties given = Optional.ofNullable(Driver.parseURL(url, null)).orElseGet(Properties::new);
        for (PGProperty property : CODE) {
            if (given.stringPropertyNames().contains(property.getName())) {
                throw new IllegalArgumentException("the url of system '" + system + "' sets '" + property.getName()
                        + "', which would load code or other files; leave it out");
            }
        }
    }

    private static List<Member> members(PGSimpleDataSource source) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < source.getServerNames().length; i++) {
            String host = source.getServerNames()[i];
            String port = Integer.toString(source.getPortNumbers()[i] == 0 ? 5432 : source.getPortNumbers()[i]);
            members.add(new Member(host + ":" + port, Map.of("host", host, "port", port)));
        }
        return members;
    }

    @Override
    public SystemFacts open(SystemSpec spec, Toolbox toolbox, UndoSink undo, Cancellation cancellation)
            throws SQLException {
        SystemFacts facts = describe(spec);
        try (Connection connection = Postgres.of(facts, toolbox.redactor()).open(PATIENCE, cancellation)) {
            LinkedHashMap<String, String> all = new LinkedHashMap<>(facts.facts());
            all.put("server", Postgres.serverIdentity(connection));
            return new SystemFacts(facts.name(), facts.type(), false, all, facts.members());
        } catch (SQLException e) {
            throw new SQLException(
                    "system '" + spec.name() + "' cannot be reached: " + e.getMessage(), e.getSQLState(), e);
        }
    }

    @Override
    public List<SystemCheck> examine(SystemSpec spec, Toolbox toolbox, Cancellation cancellation) {
        return new Examination(describe(spec), toolbox.clock(), toolbox.redactor(), cancellation).checks();
    }
}
