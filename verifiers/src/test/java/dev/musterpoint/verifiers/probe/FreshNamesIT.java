package dev.musterpoint.verifiers.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own: whether names are cached is settled once in the life of a process. */
class FreshNamesIT {
    @TempDir
    Path folder;

    /** Resolves the name {@code moving} while the hosts file, the first argument, changes. */
    static final class Resolver {
        private Resolver() {}

        public static void main(String[] arguments) throws IOException {
            if (arguments.length > 2) {
                FreshNames.use();
            }
            Path hosts = Path.of(arguments[0]);
            String seen = "";
            for (String content : List.of("", "127.0.0.2 moving", "127.0.0.3 moving", "")) {
                Files.writeString(hosts, content + "\n");
                seen += resolve() + "\n";
            }
            Files.writeString(Path.of(arguments[1]), seen);
        }

        private static String resolve() {
            try {
                return InetAddress.getByName("moving").getHostAddress();
            } catch (UnknownHostException e) {
                return "none";
            }
        }
    }

    private List<String> resolved(String... fresh) throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "");
        Path seen = folder.resolve("seen");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.net.hosts.file=" + hosts,
                "-cp",
                System.getProperty("java.class.path"),
                Resolver.class.getName(),
                hosts.toString(),
                seen.toString()));
        command.addAll(List.of(fresh));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("log"), StandardCharsets.UTF_8))
                .isZero();
        return Files.readAllLines(seen);
    }

    @Test
    void seesEveryChangeOfANameAtOnce() throws Exception {
        assertThat(resolved("fresh")).containsExactly("none", "127.0.0.2", "127.0.0.3", "none");
    }

    @Test
    void wouldNotWithoutIt() throws Exception {
        assertThat(resolved()).containsExactly("none", "none", "none", "none");
    }
}
