package dev.musterpoint.connections.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StartedProcessTests {
    private final StartedProcess ours = StartedProcess.of(ProcessHandle.current());

    @Test
    void isFoundAgainFromWhatWasWrittenDown() {
        assertThat(StartedProcess.of(ours.toMap()))
                .hasValueSatisfying(read -> assertThat(read.find()).contains(ProcessHandle.current()));
        assertThat(StartedProcess.of(Map.of())).isEmpty();
    }

    @Test
    void anotherProcessOfTheSameIdIsNotIt() {
        assertThat(new StartedProcess(ours.pid(), "another boot 4711").find()).isEmpty();
        assertThat(new StartedProcess(ours.pid(), "").find()).isEmpty();
    }

    @Test
    void aProcessThatEndedIsNotFound() throws Exception {
        Process process = new ProcessBuilder("/bin/sleep", "300").start();
        StartedProcess started = StartedProcess.of(process.toHandle());
        assertThat(started.find()).isPresent();
        process.destroyForcibly().waitFor();
        assertThat(started.find()).isEmpty();
    }
}
