package dev.musterpoint.connections.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CommandRunnerTests {
    private static final Duration LONG = Duration.ofSeconds(50);

    @TempDir
    Path folder;

    private final Redactor redactor = new Redactor();

    private static Command command(String... run) {
        return new Command(List.of(run), LONG, 0, List.of(), Params.NONE);
    }

    private CommandResult run(Command command) throws Exception {
        return runner().run(command, new Cancellation());
    }

    private CommandRunner runner() {
        return new CommandRunner(
                folder, redactor, Map.of("PATH", "/usr/bin:/bin", "TOKEN", "s3cret-token", "HOME", "/home/jane"));
    }

    @Test
    void tellsHowAProgramEndedAndWhatItSaid() throws Exception {
        CommandResult result = run(command("/bin/sh", "-c", "echo out; echo err >&2; exit 3"));

        assertThat(result).isEqualTo(new CommandResult(3, "out\nerr\n", "out\n"));
        assertThat(result.summary()).isEqualTo("exit code 3: out / err");
    }

    @Test
    void handsArgumentsOverAsTheyAre() throws Exception {
        assertThat(run(command("/usr/bin/printf", "%s|", "a b", "$HOME", "; rm -rf x", "*"))
                        .output())
                .isEqualTo("a b|$HOME|; rm -rf x|*|");
    }

    @Test
    void aProgramSeesPathAndWhatItIsGivenAndNothingElse() throws Exception {
        assertThat(run(command("/usr/bin/env")).output()).isEqualTo("PATH=/usr/bin:/bin\n");
        Command given = new Command(
                List.of("/usr/bin/env"), LONG, 0, List.of("HOME", "MISSING"), new Params(Map.of("COLOUR", "blue")));
        assertThat(run(given).output().lines())
                .containsExactlyInAnyOrder("PATH=/usr/bin:/bin", "HOME=/home/jane", "COLOUR=blue");
    }

    @Test
    void secretsReachTheProgramAndNobodyElse() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "s3cret-token\n");
        Command given = new Command(
                List.of("/usr/bin/env"),
                LONG,
                0,
                List.of(),
                new Params(Map.of("API_TOKEN", Map.of("file", file.toString()))));

        assertThat(run(given).output()).contains("API_TOKEN=[redacted]").doesNotContain("s3cret");
    }

    @Test
    void worksInTheFolderItIsGiven() throws Exception {
        assertThat(run(command("/bin/pwd")).output().strip())
                .isEqualTo(folder.toRealPath().toString());
    }

    @Test
    void keepsTheBeginningOfAFloodAndLetsItEnd() throws Exception {
        CommandResult result = run(command("/usr/bin/head", "-c", "5000000", "/dev/zero"));

        assertThat(result.exit()).isZero();
        assertThat(result.output()).hasSize(16 * 1024);
    }

    @Test
    void endsWhatTakesTooLongWithAllThatItStarted() {
        Command slow = new Command(
                List.of("/bin/sh", "-c", "/bin/sleep 300 & wait"), Duration.ofMillis(300), 0, List.of(), Params.NONE);
        CompletableFuture<ProcessHandle> started = new CompletableFuture<>();

        assertThatThrownBy(() -> runner().runAfter(started::complete, slow, new Cancellation()))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("/bin/sh was not done after 300 ms");
        assertThat(started.join().onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void endsWhatIsNoLongerWanted() {
        Cancellation cancellation = new Cancellation();

        assertThatThrownBy(() ->
                        runner().runAfter(process -> cancellation.cancel(), command("/bin/sleep", "300"), cancellation))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void doesNotWaitForWhatAProgramLeavesRunning() throws Exception {
        CommandResult result = run(command("/bin/sh", "-c", "/bin/sleep 20 & exit 0"));
        assertThat(result.exit()).isZero();
    }

    @Test
    void saysWhatCannotBeRun() {
        assertThatThrownBy(() -> run(command("/usr/bin/no-such-program")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("/usr/bin/no-such-program cannot be run in ");
    }

    @Test
    void whatIsWrittenDownFirstIsTheProgramItself() throws Exception {
        List<Long> told = new ArrayList<>();
        CommandResult result = runner().runAfter(
                        process -> told.add(process.pid()), command("/bin/sh", "-c", "echo $$"), new Cancellation());
        assertThat(result.output().strip()).isEqualTo(Long.toString(told.get(0)));
    }

    @Test
    void aProgramBehindTheGateSeesAndGetsWhatAnyOtherDoes() throws Exception {
        assertThat(gated(command("/usr/bin/env"))).isEqualTo("PATH=/usr/bin:/bin\n");
        assertThat(gated(command("/usr/bin/printf", "%s|", "a b", "$HOME", "; rm -rf x", "*", "")))
                .isEqualTo("a b|$HOME|; rm -rf x|*||");
        assertThat(gated(command("/bin/cat"))).isEmpty();
        Command wanted =
                new Command(List.of("/usr/bin/env"), LONG, 0, List.of(), new Params(Map.of("PWD", "/where/ever")));
        assertThat(gated(wanted).lines()).contains("PATH=/usr/bin:/bin").anyMatch(line -> line.startsWith("PWD="));
        assertThatThrownBy(() -> gated(command("/usr/bin/no-such-program")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("/usr/bin/no-such-program cannot be run in ");
    }

    private String gated(Command command) throws Exception {
        return runner().runAfter(process -> {}, command, new Cancellation()).output();
    }

    @Test
    void nothingBeginsThatCouldNotBeWrittenDown() {
        Path trace = folder.resolve("trace");
        assertThatThrownBy(() -> runner().runAfter(
                                process -> {
                                    throw new UncheckedIOException(new IOException("No space left on device"));
                                },
                                command("/usr/bin/touch", trace.toString()),
                                new Cancellation()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(trace).doesNotExist();
    }

    @Test
    void nothingBeginsWhenWhoeverStartedItDiesFirst() throws Exception {
        Path trace = folder.resolve("trace");
        Process gate = new ProcessBuilder(Gate.before(command("/usr/bin/touch", trace.toString()), Map.of())).start();
        // What the kernel does when a process dies.
        gate.getOutputStream().close();
        assertThat(gate.waitFor()).isNotZero();
        assertThat(trace).doesNotExist();
    }

    @Test
    void aCommandIsAnAbsolutePath() {
        assertThatThrownBy(() -> command("true")).isInstanceOf(IllegalArgumentException.class);
    }
}
