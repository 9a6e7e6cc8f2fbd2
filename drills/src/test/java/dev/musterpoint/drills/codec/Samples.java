package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.kit.SampleCatalogue;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Runbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that the tests of this package read, and readers of them with a small environment. */
final class Samples {
    static final String GOOD_DRILL = resource("good-drill.yaml");
    static final String GOOD_RUNBOOK = resource("good-runbook.yaml");
    static final Map<String, String> GIVEN = Map.of("JDBC", "jdbc:postgresql://localhost/shop");

    private static final Map<String, String> ENVIRONMENT = Map.of("RATE_OF_HOST", "7/s");
    private static final DrillReader DRILLS = new DrillReader(SampleCatalogue.create(), Samples::environment);
    private static final RunbookReader RUNBOOKS = new RunbookReader(SampleCatalogue.create(), Samples::environment);

    private Samples() {}

    static SourceFile file(String text) {
        return SourceFile.of("test.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    static DrillSpec drill(String text) {
        return drill(text, GIVEN);
    }

    static DrillSpec drill(String text, Map<String, String> given) {
        return DRILLS.read(file(text), given);
    }

    static Runbook runbook(String text) {
        return RUNBOOKS.read(file(text), Map.of());
    }

    /** The good drill with the first {@code old} replaced. */
    static String changed(String old, String replacement) {
        return change(GOOD_DRILL, old, replacement);
    }

    static String change(String text, String old, String replacement) {
        int at = text.indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException("not in the file: " + old);
        }
        return text.substring(0, at) + replacement + text.substring(at + old.length());
    }

    /** The problems that reading {@code reading} brings, without the file's name; none when it succeeds. */
    static List<String> problems(Runnable reading) {
        try {
            reading.run();
            return List.of();
        } catch (DrillFileException broken) {
            return broken.problems().stream()
                    .map(problem -> problem.toString().substring("test.yaml:".length()))
                    .toList();
        }
    }

    static String resource(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(ENVIRONMENT.get(name));
    }
}
