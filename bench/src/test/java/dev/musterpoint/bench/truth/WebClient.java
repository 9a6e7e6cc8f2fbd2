package dev.musterpoint.bench.truth;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks a cluster's web service every 20 ms on a fresh connection, and keeps a log of its own: start, end, and the node that answered. */
final class WebClient implements AutoCloseable {
    private static final int EVERY = 20;
    private static final int TIMEOUT = 1000;
    private static final int THREADS = 64;

    private final URI url;
    private final Path log;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);

    WebClient(String url, Path log) throws IOException {
        this.url = URI.create(url);
        this.log = Files.createFile(log);
        clock.scheduleAtFixedRate(() -> workers.execute(this::attempt), 0, EVERY, TimeUnit.MILLISECONDS);
    }

    private void attempt() {
        long start = System.nanoTime();
        String node = node();
        String line = start + " " + System.nanoTime() + " " + node + "\n";
        try {
            synchronized (this) {
                Files.writeString(log, line, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the client's log cannot be written", e);
        }
    }

    /** The service answers with the names of its pod and its node; a dash where it does not answer. */
    private String node() {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT);
            connection.setReadTimeout(TIMEOUT);
            connection.setRequestProperty("Connection", "close");
            String body = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return body.split(" ")[1];
        } catch (IOException e) {
            return "-";
        }
    }

    /** Asks no more, and lets those end that are under way. */
    @Override
    public void close() throws InterruptedException {
        clock.shutdownNow();
        workers.shutdown();
        workers.awaitTermination(2L * TIMEOUT, TimeUnit.MILLISECONDS);
    }
}
