package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.kit.SampleCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Changes good files at random and reads them: each is either read or refused with its problems, within a second, and
 * no class is asked for by name. A failure names its seed; {@link #readsOrRefusesTheMutant} replays it.
 */
class MutationFuzzTests {
    private static final int CASES = 6_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String[] HOSTILE = {
        "!!java.lang.Runtime",
        "&a",
        "*a",
        "---\n",
        "...\n",
        "<<: ",
        "? ",
        "${",
        "${JDBC}",
        "$${",
        "null",
        "~",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "|",
        ">",
        "%YAML 9.9\n",
        "\t",
        "\u0000",
        "\uFEFF",
        "\u2028",
        "99999999999999999999",
        "-1",
        "0s",
        "%",
        "@",
        "`",
        "\\U",
        "\\x",
        "''",
        "\"\"",
        "# ",
        ": ",
        "- ",
        "\n",
        "\r",
        "1e9",
        "é",
        "😀"
    };
    private static final DrillReader DRILLS = new DrillReader(SampleCatalogue.create(), name -> Optional.empty());
    private static final RunbookReader RUNBOOKS = new RunbookReader(SampleCatalogue.create(), name -> Optional.empty());

    /** Loads as its parent does, and keeps the names. */
    private static final class Watching extends ClassLoader {
        private final List<String> asked = new ArrayList<>();

        Watching(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            asked.add(name);
            return super.loadClass(name, resolve);
        }
    }

    @Test
    void readsOrRefusesEveryMutant() {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        Watching watching = new Watching(usual);
        int read = 0;
        thread.setContextClassLoader(watching);
        try {
            for (long seed = 0; seed < CASES; seed++) {
                read += readsOrRefuses(seed) ? 1 : 0;
            }
        } finally {
            thread.setContextClassLoader(usual);
        }
        assertThat(watching.asked).isEmpty();
        assertThat(read).as("mutants that are still good").isBetween(CASES / 100, CASES / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void readsOrRefusesTheMutant(long seed) {
        readsOrRefuses(seed);
    }

    private static boolean readsOrRefuses(long seed) {
        return Patience.within(PATIENCE, "seed " + seed, () -> reads(seed));
    }

    private static boolean reads(long seed) {
        byte[] mutant = mutant(seed);
        try {
            SourceFile file = SourceFile.of("seed-" + seed, mutant);
            if (seed % 3 == 0) {
                RUNBOOKS.read(file, Samples.GIVEN);
            } else {
                DRILLS.read(file, Samples.GIVEN);
            }
            return true;
        } catch (DrillFileException refused) {
            assertThat(refused.problems()).as("seed " + seed).isNotEmpty();
            return false;
        } catch (RuntimeException | StackOverflowError escaped) {
            throw new AssertionError("seed " + seed + " on:\n" + new String(mutant, StandardCharsets.UTF_8), escaped);
        }
    }

    private static byte[] mutant(long seed) {
        Random random = new Random(seed);
        String good = seed % 3 == 0 ? Samples.GOOD_RUNBOOK : Samples.GOOD_DRILL;
        byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(1 << random.nextInt(9)));
        return switch (random.nextInt(5)) {
            case 0 -> spliced(bytes, from, to, new byte[0]);
            case 1 -> spliced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
            case 2 -> spliced(bytes, from, Math.min(bytes.length, from + 1), new byte[] {(byte) random.nextInt(256)});
            case 3 ->
                spliced(bytes, from, Math.min(bytes.length, from + 1), new byte[] {(byte) (32 + random.nextInt(95))});
            default ->
                spliced(bytes, from, from, HOSTILE[random.nextInt(HOSTILE.length)].getBytes(StandardCharsets.UTF_8));
        };
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] result = new byte[bytes.length - (to - from) + middle.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result.length == 0 ? new byte[] {'a'} : result;
    }
}
