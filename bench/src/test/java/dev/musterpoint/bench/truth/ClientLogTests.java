package dev.musterpoint.bench.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientLogTests {
    private static final int PRIMARY = 1001;
    private static final int STANDBY = 1002;

    @TempDir
    Path folder;

    private ClientLog read(String... lines) throws IOException {
        return ClientLog.read(Files.write(folder.resolve("client.log"), List.of(lines)), PRIMARY, STANDBY);
    }

    private static String line(int startMillis, int endMillis, int by) {
        return startMillis + "000000 " + endMillis + "000000 " + by;
    }

    @Test
    void bracketsTheOutageBetweenThePrimarysLastAnswerAndTheStandbysFirst() throws Exception {
        ClientLog log = read(
                line(0, 10, PRIMARY),
                line(50, 60, PRIMARY),
                line(110, 120, 0),
                line(190, 200, 0),
                line(201, 230, STANDBY));

        assertThat(log).isEqualTo(new ClientLog(0.07, 0.18, 5));
    }

    @Test
    void endsItWithTheStandbysFirstAnswerThoughThePrimaryIsReachedAgain() throws Exception {
        ClientLog log = read(
                line(0, 10, PRIMARY),
                line(60, 70, 0),
                line(71, 90, STANDBY),
                line(140, 150, PRIMARY),
                line(200, 210, 0),
                line(211, 230, STANDBY));

        assertThat(log).isEqualTo(new ClientLog(0, 0.09, 6));
    }
}
