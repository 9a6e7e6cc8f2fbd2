package dev.musterpoint.bench.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Executors;

/** One instance of a service that takes orders: each request is a row in its database. */
public final class OrderService {
    private static final int THREADS = 16;

    private final String name;
    private final String url;
    private final String user;
    private final String password;
    private final ThreadLocal<Connection> connections = new ThreadLocal<>();

    private OrderService(String name, String url, String user, String password) {
        this.name = name;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Arguments: its name, the database's URL, user, password file. */
    public static void main(String[] arguments) throws Exception {
        Ending.withInput();
        String password = Files.readString(Path.of(arguments[3])).strip();
        OrderService service = new OrderService(arguments[0], arguments[1], arguments[2], password);
        service.makeTable();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/orders", service::take);
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private void makeTable() throws SQLException {
        try (Connection connection = open();
                PreparedStatement make = connection.prepareStatement(
                        "create table if not exists orders (at timestamptz default clock_timestamp(), by text)")) {
            make.execute();
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        int status = insert() ? 200 : 503;
        exchange.getResponseHeaders().add("X-Instance", name);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private boolean insert() {
        try {
            if (connections.get() == null) {
                connections.set(open());
            }
            try (PreparedStatement insert = connections.get().prepareStatement("insert into orders (by) values (?)")) {
                insert.setString(1, name);
                return insert.executeUpdate() == 1;
            }
        } catch (SQLException e) {
            connections.remove();
            return false;
        }
    }
}
