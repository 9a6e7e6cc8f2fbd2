package dev.musterpoint.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder with a drill, and a database, a service and a program that repeat every secret they learn. */
final class LeakyShop {
    private final Path root;
    private final Plants plants = new Plants();
    private final TalkativeServer service = new TalkativeServer();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private String jdbcUrl;
    private String passwordFile;

    private LeakyShop(Path root) throws IOException {
        this.root = root;
    }

    /** What may throw. */
    interface Work {
        void run() throws Exception;
    }

    static LeakyShop open(Path root) throws Exception {
        LeakyShop shop = new LeakyShop(root);
        shop.plant();
        shop.openDatabase();
        for (String file : List.of("leaky.yaml", "leaky-steps.yaml", "policy.yaml", "leak.sh")) {
            Files.writeString(shop.here().resolve(file), shop.filled(resource(file)));
        }
        Files.setPosixFilePermissions(shop.here().resolve("leak.sh"), PosixFilePermissions.fromString("rwx------"));
        return shop;
    }

    private void plant() throws IOException {
        for (Path folder : List.of(here(), runs(), state())) {
            Files.createDirectories(folder);
        }
        environment.put("MUSTER_RUNS", runs().toString());
        environment.put("XDG_STATE_HOME", state().toString());
        environment.put("PLANT_HEADER", "Bearer " + plants.plant("header"));
        environment.put("PLANT_COMMAND", plants.plant("command"));
        environment.put("PLANT_PASSED_TOKEN", plants.plant("passed"));
        environment.put("PLANT_FAULT", "Basic " + Plants.base64("user:" + plants.plant("fault")));
        environment.put("PLANT_COOKIE", plants.plant("cookie"));
        environment.put("PLANT_STEP", plants.plant("step"));
        Files.writeString(here().resolve("api.key"), plants.plant("api.key") + "\n");
    }

    private void openDatabase() throws Exception {
        String up = muster(0, "sandbox", "up", "postgres-pair", "-o", "json");
        jdbcUrl = value(up, "url");
        passwordFile = value(up, "file");
        String password =
                plants.plant("sandbox", Files.readString(Path.of(passwordFile)).strip());
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "muster", password);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE told (said text)");
            tell(connection, String.join(" ", Plants.forms(password)));
            statement.execute("CREATE FUNCTION tell() RETURNS int LANGUAGE plpgsql AS"
                    + " $$ BEGIN RAISE EXCEPTION 'wrong: %', (SELECT said FROM told); END $$");
        }
    }

    private static void tell(Connection connection, String text) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO told VALUES (?)")) {
            insert.setString(1, text);
            insert.execute();
        }
    }

    private static String value(String json, String key) {
        Matcher found = Pattern.compile("\"" + key + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        assertThat(found.find()).as(json).isTrue();
        return found.group(1);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = LeakyShop.class.getResourceAsStream("/secrets/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String filled(String text) {
        return text.replace("PORT", Integer.toString(service.port()))
                .replace("FOLDER", here().toString())
                .replace("JDBCURL", jdbcUrl)
                .replace("PASSWORDFILE", passwordFile);
    }

    /** Writes the drill {@code name}: the leaky one with a change, in which SECRET stands for {@code secret}. */
    void rewrite(String name, String from, String to, String secret) throws IOException {
        String text = resource("leaky.yaml");
        assertThat(text).contains(from);
        String changed =
                text.replace(from, to.replace("SECRET", secret)).replace("name: leaky,", "name: " + name + ",");
        Files.writeString(here().resolve(name + ".yaml"), filled(changed));
    }

    /** Works under another policy, and brings back the usual one. */
    void withPolicy(String from, String to, Work work) throws Exception {
        Path policy = here().resolve("policy.yaml");
        String usual = Files.readString(policy);
        try {
            Files.writeString(policy, usual.replace(from, to));
            work.run();
        } finally {
            Files.writeString(policy, usual);
        }
    }

    MusterProcess start(String awaited, String... arguments) throws IOException {
        return new MusterProcess(here(), environment, awaited, arguments);
    }

    /** Runs a command to its end. @param code its exit code; -1 for any of a drill that ran */
    String muster(int code, String... arguments) throws Exception {
        MusterProcess muster = start("never", arguments);
        int ended = muster.exitCode();
        assertThat(ended).as(muster.text()).isIn(code < 0 ? List.of(0, 1, 3) : List.of(code));
        return muster.text() + "\n";
    }

    Plants plants() {
        return plants;
    }

    TalkativeServer service() {
        return service;
    }

    Path here() {
        return root.resolve("here");
    }

    Path runs() {
        return root.resolve("runs");
    }

    Path state() {
        return root.resolve("state");
    }

    void close() throws Exception {
        muster(0, "sandbox", "down", "--all");
        service.close();
    }
}
