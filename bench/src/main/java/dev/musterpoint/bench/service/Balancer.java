package dev.musterpoint.bench.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A balancer as there are many: connections go to the instances in turn, none is tried in place of another, and an instance
 * is left out once three checks in a row, a second apart, have failed.
 */
public final class Balancer {
    private static final int CHECK_EVERY = 1000;
    private static final int FALL = 3;
    private static final int CONNECT_WITHIN = 500;

    private final List<Instance> instances;
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Balancer(List<Instance> instances) {
        this.instances = instances;
    }

    private static final class Instance {
        private final int port;
        private volatile int failed;

        private Instance(int port) {
            this.port = port;
        }

        private Socket connect() throws IOException {
            Socket socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_WITHIN);
                return socket;
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        }

        private void check() {
            try {
                connect().close();
                failed = 0;
            } catch (IOException e) {
                failed++;
            }
        }
    }

    /** Arguments: the instances' ports. */
    public static void main(String[] ports) throws Exception {
        Ending.withInput();
        Balancer balancer = new Balancer(Arrays.stream(ports)
                .map(port -> new Instance(Integer.parseInt(port)))
                .toList());
        try (ServerSocket server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress())) {
            balancer.threads.execute(balancer::check);
            System.out.println(server.getLocalPort());
            while (true) {
                Socket client = server.accept();
                balancer.threads.execute(() -> balancer.serve(client));
            }
        }
    }

    private void check() {
        try {
            while (true) {
                instances.forEach(Instance::check);
                Thread.sleep(CHECK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Instance next() throws IOException {
        List<Instance> alive =
                instances.stream().filter(each -> each.failed < FALL).toList();
        if (alive.isEmpty()) {
            throw new IOException("no instance is left");
        }
        return alive.get(Math.floorMod(turn.getAndIncrement(), alive.size()));
    }

    private void serve(Socket client) {
        try (client;
                Socket instance = next().connect()) {
            client.setTcpNoDelay(true);
            threads.execute(() -> pump(client, instance));
            pump(instance, client);
        } catch (IOException e) {
            // The client sees its connection end, which is all that such a balancer can tell it.
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            // The other direction ends by itself.
        }
    }
}
