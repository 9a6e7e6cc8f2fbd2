package dev.musterpoint.connections.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Redactor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresSystemProviderTests {
    private final PostgresSystemProvider provider = new PostgresSystemProvider();

    private static SystemSpec spec(String url, Map<String, String> password) {
        return new SystemSpec("db", "postgres", new Params(Map.of("url", url, "user", "app", "password", password)));
    }

    @Test
    void namesItsMembersByTheirAddresses() {
        SystemFacts facts =
                provider.describe(spec("jdbc:postgresql://a:6000,b/app?targetServerType=primary", Map.of("env", "PW")));

        assertThat(facts.sandbox()).isFalse();
        assertThat(facts.members()).extracting(SystemFacts.Member::name).containsExactly("a:6000", "b:5432");
        assertThat(facts.facts()).containsEntry("database", "app").containsEntry("passwordEnv", "PW");
    }

    @Test
    void refusesAPasswordInTheUrl() {
        assertThatThrownBy(
                        () -> provider.describe(spec("jdbc:postgresql://a/app?password=hunter2", Map.of("env", "PW"))))
                .hasMessageContaining("{env: NAME}")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void refusesWhatIsNoUrlOfPostgres() {
        assertThatThrownBy(() -> provider.describe(spec("jdbc:mysql://a/app", Map.of("env", "PW"))))
                .hasMessageContaining("jdbc:postgresql://host:5432/database");
    }

    @Test
    void refusesASecretThatIsNoReference() {
        assertThatThrownBy(() -> provider.describe(spec("jdbc:postgresql://a/app", Map.of())))
                .hasMessageContaining("{env: NAME} or {file: PATH}");
    }

    @Test
    void saysWhichVariableIsNotSet() {
        SystemFacts facts = provider.describe(spec("jdbc:postgresql://a/app", Map.of("env", "MUSTER_NO_SUCH")));

        assertThatThrownBy(() -> Postgres.of(facts, new Redactor())).hasMessageContaining("MUSTER_NO_SUCH");
    }

    @Test
    void makesASecretKnownToTheRedactor(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("pw"), "hunter22\n");
        Redactor redactor = new Redactor();

        Postgres.of(provider.describe(spec("jdbc:postgresql://a/app", Map.of("file", file.toString()))), redactor);

        assertThat(redactor.redact("it is hunter22.")).isEqualTo("it is [redacted].");
    }
}
