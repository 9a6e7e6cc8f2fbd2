package dev.musterpoint.bench.truth;

import dev.musterpoint.bench.service.Ending;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A client of its own process that places an order every 5 ms on a fresh connection, whatever became of the earlier ones.
 * Each attempt is a line in its log: start and end in nanoseconds, and the instance that took it ({@code -}: none).
 */
public final class OrderClient {
    private static final int THREADS = 32;
    private static final int EVERY = 5;
    private static final int TIMEOUT = 1000;
    private static final byte[] REQUEST =
            "POST /orders HTTP/1.1\r\nHost: shop\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final Path log;

    private OrderClient(int port, Path log) {
        this.port = port;
        this.log = log;
    }

    /** Arguments: the service's port, the log. */
    public static void main(String[] arguments) throws Exception {
        Ending.withInput();
        int port = Integer.parseInt(arguments[0]);
        Path log = Files.createFile(Path.of(arguments[1]));
        OrderClient client = new OrderClient(port, log);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        Executor workers = Executors.newFixedThreadPool(THREADS);
        clock.scheduleAtFixedRate(() -> workers.execute(client::attempt), 0, EVERY, TimeUnit.MILLISECONDS);
        System.out.println(port);
    }

    private void attempt() {
        long start = System.nanoTime();
        String by = order();
        String line = start + " " + System.nanoTime() + " " + by + "\n";
        try {
            synchronized (this) {
                Files.writeString(log, line, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    private String order() {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT);
            socket.getOutputStream().write(REQUEST);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String status = in.readLine();
            return status != null && status.contains(" 200 ") ? instance(in) : "-";
        } catch (IOException e) {
            return "-";
        }
    }

    private static String instance(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("x-instance:")) {
                return line.substring("x-instance:".length()).strip();
            }
        }
        return "-";
    }
}
