package dev.musterpoint.bench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MapTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String ROOT = "dev.musterpoint.";

    @Test
    void everyPackageStandsOnTheMap() throws IOException {
        String map = Files.readString(HOME.resolve("docs/map.md"));
        assertThat(packages()).hasSizeGreaterThan(30).allSatisfy(name -> assertThat(map)
                .contains("`" + name + "`"));
    }

    private static List<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(HOME)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(Path::toString)
                    .filter(file -> file.contains("/src/main/java/"))
                    .map(file -> file.substring(file.indexOf("/src/main/java/") + "/src/main/java/".length()))
                    .map(file -> file.replace("/package-info.java", "").replace('/', '.'))
                    .map(name -> name.substring(ROOT.length()))
                    .sorted()
                    .toList();
        }
    }
}
