package dev.musterpoint.connections.postgres;

import dev.musterpoint.connections.secret.SecretReference;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Redactor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes fresh connections to one PostgreSQL system. Every timeout holds to the millisecond and for the whole of connecting:
 * TCP, authentication, and the search for the right one among several hosts, each of which gets an even share of it. The
 * same timeout then bounds each wait for an answer. Only the resolution of a host's name is the machine's own affair.
 * Thread-safe.
 */
public final class Postgres {
    /** Not a SELECT: a fresh backend would look up a dozen catalogue rows for its functions and operators. */
    private static final String CLUSTER_NAME = "SHOW cluster_name";

    private static final String ADDRESS = "SELECT coalesce(host(inet_server_addr()) || ':' || inet_server_port(), '')";
    /** Every server that is still maintained; the driver then needs no statement of its own to set a session up. */
    private static final String OLDEST_SERVER = "9.5";

    private final Driver driver = new Driver();
    private final SystemFacts system;
    private final String password;

    private Postgres(SystemFacts system, String password) {
        this.system = system;
        this.password = password;
    }

    /**
     * A client of {@code system}, by its facts {@code jdbcUrl}, {@code user} and {@code passwordEnv} or {@code passwordFile}.
     *
     * @throws IllegalArgumentException when the system has no such facts
     * @throws IllegalStateException    when the password's environment variable is not set
     */
    public static Postgres of(SystemFacts system, Redactor redactor) {
        if (!system.facts().containsKey("jdbcUrl")) {
            throw new IllegalArgumentException(
                    "system '" + system.name() + "' of type " + system.type() + " is no open PostgreSQL");
        }
        String password = SecretReference.ofFacts(system.facts(), "password")
                .map(reference -> reference.resolve(redactor))
                .orElse("");
        return new Postgres(system, password);
    }

    /** A fresh connection through the users' path: any host of the URL that is what the URL asks for. */
    public Connection open(Duration timeout) throws SQLException {
        return open(timeout, new Cancellation());
    }

    /** As {@link #open(Duration)}; cancelling breaks the attempt off, or the connection that it led to. */
    public Connection open(Duration timeout, Cancellation cancellation) throws SQLException {
        return connect(source(), timeout, cancellation);
    }

    /** A fresh connection straight to one member, whatever its role. @throws IllegalArgumentException when there is none */
    public Connection openMember(String member, Duration timeout) throws SQLException {
        return openMember(member, timeout, new Cancellation());
    }

    /** As {@link #openMember(String, Duration)}; cancelling breaks the attempt off, or the connection that it led to. */
    public Connection openMember(String member, Duration timeout, Cancellation cancellation) throws SQLException {
        SystemFacts.Member found = system.member(member)
                .orElseThrow(() -> new IllegalArgumentException(
                        "system '" + system.name() + "' has no member '" + member + "'; it has "
                                + system.members().stream()
                                        .map(SystemFacts.Member::name)
                                        .toList()));
        PGSimpleDataSource source = source();
        source.setServerNames(new String[] {found.facts().get("host")});
        source.setPortNumbers(new int[] {Integer.parseInt(found.facts().get("port"))});
        source.setTargetServerType("any");
        return connect(source, timeout, cancellation);
    }

    /** Who answers on {@code connection}: its {@code cluster_name} if it has one, otherwise its address and port. */
    public static String serverIdentity(Connection connection) throws SQLException {
        String clusterName = value(connection, CLUSTER_NAME);
        return clusterName.isBlank() ? value(connection, ADDRESS) : clusterName;
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return Objects.requireNonNullElse(row.getString(1), "");
        }
    }

    /** The URL's properties, without its timeouts: those in whole seconds cannot serve. */
    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(system.facts().get("jdbcUrl"));
        source.setLoginTimeout(0);
        source.setSocketTimeout(0);
        source.setConnectTimeout(0);
        source.setSocketFactory(AttemptSocketFactory.class.getName());
        source.setApplicationName("musterpoint");
        source.setAssumeMinServerVersion(OLDEST_SERVER);
        return source;
    }

    private Connection connect(PGSimpleDataSource source, Duration timeout, Cancellation cancellation)
            throws SQLException {
        try (Attempt attempt = new Attempt(timeout, source.getServerNames().length)) {
            cancellation.onCancel(attempt::abort);
            Properties properties = new Properties();
            PGProperty.USER.set(properties, system.facts().get("user"));
            PGProperty.PASSWORD.set(properties, password);
            PGProperty.SOCKET_FACTORY_ARG.set(properties, attempt.id());
            String url = source.getURL();
            Connection connection = attempt.bounded(() -> driver.connect(url, properties));
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(timeout.toMillis()));
            return connection;
        }
    }
}
