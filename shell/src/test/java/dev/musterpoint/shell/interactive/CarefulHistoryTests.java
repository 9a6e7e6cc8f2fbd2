package dev.musterpoint.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarefulHistoryTests {
    private static CarefulHistory after(String line) {
        CarefulHistory history = new CarefulHistory(Map.of("SHOP_TOKEN", "open-sesame"));
        history.add(Instant.EPOCH, line);
        return history;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drill run mine --var DB_PASSWORD=hunter2",
                "drill run mine --var PGPASS=hunter2",
                "drill run mine --var=dbPass=hunter2",
                "drill run mine --var pwd=hunter2",
                "drill run mine --var API_TOKEN=hunter2",
                "drill run mine --var SHOP_API_KEY=hunter2",
                "drill run mine --var accessKey=hunter2",
                "drill run mine --var AUTH='Bearer hunter2'",
                "drill run mine --var HEADER='Authorization: Basic aHVudGVyMg=='",
                "drill run mine --var URL=jdbc:postgresql://h/d?user=a&password=hunter2",
                "drill new --var url=https://me:hunter2@shop.example/",
                "drill run mine --var COMMENT=open-sesame",
                "drill run mine --secret hunter2"
            })
    void leavesOutWhatLooksLikeASecret(String line) {
        assertThat(after(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drill run quickstart",
                "drill new --template http-watch --var url=https://shop.example/health",
                "verify 2026-11-21T09-00-00Z-orders",
                "runbook show password-rotation",
                "drill run mine --var USERS=100"
            })
    void keepsEverythingElse(String line) {
        assertThat(after(line)).hasSize(1);
    }
}
