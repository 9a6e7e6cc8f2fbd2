package dev.musterpoint.verifiers.probe.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.Probe.Answer;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandProbeTests {
    private static final Duration AMPLE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Answer ask(Duration timeout, Map<String, Object> params) throws Exception {
        ProbeSpec spec = new ProbeSpec("p", "command", Optional.empty(), AMPLE, AMPLE, AMPLE, 1, 4, new Params(params));
        Toolbox toolbox = new Toolbox(
                "r",
                folder,
                name -> {
                    throw new IllegalArgumentException(name);
                },
                new SystemRunClock(),
                new Redactor());
        try (Probe probe = new CommandProbeProvider().probe(spec, toolbox)) {
            return probe.attempt(0, 0, timeout, new Cancellation());
        }
    }

    private Answer ask(Map<String, Object> expect, String... run) throws Exception {
        return ask(AMPLE, Map.of("run", List.of(run), "expect", expect));
    }

    @Test
    void isGoodWhenTheProgramEndsAsExpected() throws Exception {
        assertThat(ask(Map.of(), "/bin/true").correct()).isTrue();
        assertThat(ask(Map.of("exit", 3), "/bin/sh", "-c", "exit 3").correct()).isTrue();
        assertThat(ask(Map.of("output", "two words"), "/bin/echo", "these two words")
                        .correct())
                .isTrue();
    }

    @Test
    void saysHowItEndedWhenNot() throws Exception {
        assertThat(ask(Map.of(), "/bin/sh", "-c", "echo no room >&2; exit 3"))
                .isEqualTo(Answer.wrong("exit code 3: no room", ""));
        assertThat(ask(Map.of("output", "well"), "/bin/echo", "ill").detail())
                .isEqualTo("its output does not hold 'well'; exit code 0: ill");
    }

    @Test
    void takesArgumentsAsTheyAre() throws Exception {
        assertThat(ask(Map.of("output", "$HOME; *"), "/bin/echo", "$HOME; *").correct())
                .isTrue();
    }

    @Test
    void showsTheProgramWhatTheDrillNamesAlone() throws Exception {
        Answer answer = ask(
                AMPLE,
                Map.of(
                        "run",
                        List.of("/bin/sh", "-c", "echo [$REGION] [$USER$LANG$MAVEN_OPTS]"),
                        "environment",
                        Map.of("REGION", "eu"),
                        "expect",
                        Map.of("output", "[eu] []")));
        assertThat(answer).isEqualTo(Answer.correct(""));
    }

    @Test
    void endsTheWholeTreeWhenTheTimeIsUp() throws IOException {
        Path pid = folder.resolve("pid");
        assertThatThrownBy(() -> ask(
                        Duration.ofSeconds(2),
                        Map.of("run", List.of("/bin/sh", "-c", "sleep 300 & echo $! > pid; wait"))))
                .isInstanceOf(TimeoutException.class);

        long child = Long.parseLong(Files.readString(pid).strip());
        assertThat(ProcessHandle.of(child).map(handle -> handle.onExit().join()))
                .satisfiesAnyOf(
                        ended -> assertThat(ended).isEmpty(),
                        ended -> assertThat(ended.orElseThrow().isAlive()).isFalse());
    }

    @Test
    void aProgramThatIsNotThereIsAFailure() {
        assertThatThrownBy(() -> ask(Map.of(), "/no/such/program"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/no/such/program cannot be run");
    }

    /** What the policy looks for, so that no program runs that it does not name. */
    @Test
    void declaresItsProgramAsOne() {
        assertThat(new CommandProbeProvider().types().get(0).parameters())
                .filteredOn(parameter -> parameter.type() == ParameterType.PROGRAM)
                .extracting(Parameter::name)
                .containsExactly("run");
    }
}
