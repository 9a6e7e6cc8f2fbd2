package dev.musterpoint.bench.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code muster} in a process of its own, with what it says. */
public final class MusterProcess {
    private static final long LONGEST_SECONDS = 120;

    private final Process process;
    private final List<String> said = new ArrayList<>();
    private final String awaited;
    private final CountDownLatch heardOrEnded = new CountDownLatch(1);
    private volatile boolean heard;
    private final Thread reader;

    /** Works in the folder of this test. @param awaited a part of a line that {@link #awaitLine} waits for */
    MusterProcess(Path runs, String awaited, String... arguments) throws IOException {
        this(Path.of("").toAbsolutePath(), Map.of("MUSTER_RUNS", runs.toString()), awaited, arguments);
    }

    /**
     * @param here        the folder to work in
     * @param environment variables besides those of this process
     */
    public MusterProcess(Path here, Map<String, String> environment, String awaited, String... arguments)
            throws IOException {
        this.awaited = awaited;
        ProcessBuilder builder = new ProcessBuilder(MusterCommand.of(arguments)).redirectErrorStream(true);
        builder.directory(here.toFile()).environment().putAll(environment);
        process = builder.start();
        reader = new Thread(this::listen, "listener");
        reader.setDaemon(true);
        reader.start();
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (said) {
                    said.add(line);
                }
                if (line.contains(awaited)) {
                    heard = true;
                    heardOrEnded.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            heardOrEnded.countDown();
        }
    }

    public void awaitLine() throws InterruptedException {
        if (!hears()) {
            throw new AssertionError("never said '" + awaited + "', but: " + text());
        }
    }

    /** Whether it says what is awaited before it ends. */
    boolean hears() throws InterruptedException {
        return heardOrEnded.await(LONGEST_SECONDS, TimeUnit.SECONDS) && heard;
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("/bin/sh", "-c", "kill -s \"$0\" \"$1\"", name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not end; it said: " + text());
        }
        reader.join(TimeUnit.SECONDS.toMillis(5));
        return process.exitValue();
    }

    /** Types a line. */
    void type(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public String text() {
        synchronized (said) {
            return String.join("\n", said);
        }
    }
}
