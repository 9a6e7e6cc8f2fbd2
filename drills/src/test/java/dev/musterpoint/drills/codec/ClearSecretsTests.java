package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a secret by all custom may not stand in a file; what only speaks of secrets may. */
class ClearSecretsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:hunter2@host/",
                "jdbc:postgresql://host/db?user=x&password=hunter2",
                "jdbc:postgresql:db?sslpassword=hunter2",
                "https://host/?access_token=hunter2",
                "https://host/a?x=1&api_key=hunter2",
                "{\"user\": \"x\", \"password\": \"hunter2\"}",
                "{\"dbPassword\":\"hunter2\"}",
                "grant_type=password&client_secret=hunter2",
                "--password=hunter2",
                "PGPASSWORD=hunter2",
                "Authorization: Bearer hunter2",
                "X-Api-Key: hunter2",
                "Bearer hunter2hunter2",
                "-----BEGIN RSA PRIVATE KEY-----",
                "AKIAIOSFODNN7EXAMPLE",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x"
            })
    void findsASecret(String text) {
        assertThat(ClearSecrets.hasSecret(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host/password/reset?step=2",
                "SELECT count(*) FROM users WHERE password = $1",
                "SELECT token FROM sessions WHERE id=7",
                "Reset the password: call the officer on duty",
                "{\"password\": \"\"}",
                "mailto:someone@example.org",
                "jdbc:postgresql://a:5432,b:5432/app?targetServerType=primary",
                "http://host:8080/a@b",
                "passwordFile=/run/secrets/db",
                "status=token-expired"
            })
    void leavesOtherTextAlone(String text) {
        assertThat(ClearSecrets.hasSecret(text)).isFalse();
    }

    @Test
    void looksAtEveryTextOfAFile() {
        assertThat(Samples.problems(() ->
                        Samples.drill(Samples.changed("Orders are taken again", "With password=hunter2 orders go"))))
                .singleElement()
                .asString()
                .contains("'hypothesis' holds a secret in clear")
                .doesNotContain("hunter2");
    }

    @Test
    void refusesVariablesThatAreSecretsByTheirNames() {
        String text = Samples.changed("tier: critical", "tier: \"${DB_PASSWORD}\"");

        assertThat(Samples.problems(() -> Samples.drill(
                        text, Map.of("JDBC", "jdbc:postgresql://localhost/shop", "DB_PASSWORD", "hunter2"))))
                .singleElement()
                .asString()
                .contains("the variable 'DB_PASSWORD' is a secret by its name", "{ env: DB_PASSWORD }")
                .doesNotContain("hunter2");
    }
}
