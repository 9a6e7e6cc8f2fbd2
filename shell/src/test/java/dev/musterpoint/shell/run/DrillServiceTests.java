package dev.musterpoint.shell.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.planning.PlanRefusedException;
import dev.musterpoint.drills.spi.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrillServiceTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path QUICKSTART = HOME.resolve("catalog/quickstart/quickstart.yaml");

    @TempDir
    Path folder;

    private final DrillService service = new DrillService(
            new Settings(HOME, HOME, HOME.resolve("runs")),
            Catalogue.load(),
            () -> Instant.parse("2026-11-21T09:00:00Z"),
            name -> Optional.empty());

    static Stream<Path> drills() throws IOException {
        return Stream.concat(Files.list(QUICKSTART.getParent()), Files.list(HOME.resolve("catalog/toxiproxy")))
                .filter(DrillServiceTests::isDrill);
    }

    private static boolean isDrill(Path file) {
        try {
            return Files.readAllLines(file).contains("kind: Drill");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("drills")
    void everyDrillThatIsShippedMeasuresWell(Path drill) {
        assertThat(service.prepare(drill, Map.of()).warnings()).isEmpty();
    }

    private Path changed(String from, String to) throws IOException {
        String text = Files.readString(QUICKSTART);
        assertThat(text).contains(from);
        Files.copy(QUICKSTART.resolveSibling("promote-standby.yaml"), folder.resolve("promote-standby.yaml"));
        return Files.writeString(folder.resolve("quickstart.yaml"), text.replace(from, to));
    }

    @Test
    void refusesADrillWhoseMeasurementCouldCarryNoVerdict() throws IOException {
        Path drill = changed("deadline: ", "deadline: 1s #");

        assertThatThrownBy(() -> service.prepare(drill, Map.of()))
                .isInstanceOfSatisfying(PlanRefusedException.class, refused -> assertThat(refused.byPolicy())
                        .isFalse())
                .hasMessageContaining("a miss could not be shown");
    }

    @Test
    void warnsOfADrillThatMeasuresCoarsely() throws IOException {
        Path drill = changed("within: 15m", "within: 4s");

        assertThat(service.prepare(drill, Map.of()).warnings()).isNotEmpty();
    }
}
