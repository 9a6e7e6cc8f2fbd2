package dev.musterpoint.bench.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A class of ours in a process of its own: it prints the port that it serves, and ends when its input does. */
public final class JavaProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    /** Starts {@code main} and waits for its port. */
    public JavaProcess(Class<?> main, String... arguments) throws IOException {
        process = new ProcessBuilder(JavaCommand.of(main, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String line = out.readLine();
        if (line == null) {
            throw new IOException(main.getSimpleName() + " ended before it served");
        }
        port = Integer.parseInt(line);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends the process, and returns once it is gone. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
