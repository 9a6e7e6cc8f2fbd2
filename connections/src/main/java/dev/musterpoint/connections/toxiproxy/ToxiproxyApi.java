package dev.musterpoint.connections.toxiproxy;

import dev.musterpoint.connections.http.WebAnswer;
import dev.musterpoint.connections.http.WebClient;
import dev.musterpoint.connections.http.WebRequest;
import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.WebAddress;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Redactor;
import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.Toxic;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * The admin API of one Toxiproxy server. It reads, and removes single toxics, with the client library; what makes a fault
 * is one request that is never sent again and lets go when nobody wants it any more, which the library cannot do. Nothing
 * here resets a server. Thread-safe.
 */
public final class ToxiproxyApi {
    /** Where a system's facts hold the address of its API. */
    public static final String URL = "toxiproxyUrl";

    /** What can stand in a path as it is. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_~:-][A-Za-z0-9._~:-]{0,199}");

    private static final JsonCodec<NewToxic> TOXICS = JsonCodec.lines(NewToxic.class);
    private static final JsonCodec<ServerVersion> VERSIONS = JsonCodec.lines(ServerVersion.class);
    private static final JsonCodec<ProxyChange> CHANGES = JsonCodec.lines(ProxyChange.class);

    private final WebAddress url;
    private final WebClient web = new WebClient(new Redactor());
    private final ToxiproxyClient client;
    private final Duration patience;
    private final BoundedCalls calls;

    /** @throws IllegalArgumentException when {@code url} is no {@code http://host:port} */
    public ToxiproxyApi(String url) {
        this(url, Duration.ofSeconds(5));
    }

    /** @param patience how long one answer is waited for */
    ToxiproxyApi(String url, Duration patience) {
        this.patience = patience;
        this.calls = new BoundedCalls(patience);
        this.url = address(url);
        String[] parts = this.url.hostAndPort().split(":(?=\\d+$)");
        this.client = new ToxiproxyClient(this.url.uri().getScheme(), parts[0], Integer.parseInt(parts[1]));
    }

    /** The API of a system. @throws IllegalArgumentException when it is no Toxiproxy */
    public static ToxiproxyApi of(SystemFacts system) {
        String url = system.facts().get(URL);
        if (url == null) {
            throw new IllegalArgumentException("system '" + system.name() + "' is no Toxiproxy");
        }
        return new ToxiproxyApi(url);
    }

    private static WebAddress address(String url) {
        WebAddress address;
        try {
            address = WebAddress.parse(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the address of a Toxiproxy's API " + e.getMessage(), e);
        }
        if (!List.of("", "/").contains(address.uri().getPath()) || address.uri().getQuery() != null) {
            throw new IllegalArgumentException("the address of a Toxiproxy's API ends with its port: http://host:8474");
        }
        return address;
    }

    /** {@code http://host:port} */
    public URI uri() {
        return URI.create(url.uri().getScheme() + "://" + url.hostAndPort());
    }

    /** {@code toxiproxy://host:port/proxies/NAME}: what a proxy is called whatever a drill calls its system. */
    public String nameOf(String proxy) {
        return "toxiproxy://" + url.hostAndPort() + "/proxies/" + proxy;
    }

    /** Throws when {@code proxy} cannot be asked for. @throws IllegalArgumentException with what may stand in a name */
    public static void requireName(String proxy) {
        if (!NAME.matcher(proxy).matches()) {
            throw new IllegalArgumentException(
                    "'" + proxy + "' cannot be the name of a proxy here: use letters, digits,"
                            + " '-', '_', '~', ':' and, not in the beginning, '.'");
        }
    }

    /** The server's version, such as {@code 2.12.0}. */
    public String version() throws IOException {
        return calls.make("asking " + uri() + " for its version", () -> {
            byte[] answer = client.version().getBytes(StandardCharsets.UTF_8);
            return VERSIONS.decode(answer, "the version").version();
        });
    }

    /** All proxies, without their toxics. */
    public List<ProxyState> proxies() throws IOException {
        return calls.make("asking " + uri() + " for its proxies", () -> client.getProxies().stream()
                .map(proxy -> state(proxy, List.of()))
                .toList());
    }

    /** A proxy with the names of its toxics; empty when there is none of that name. */
    public Optional<ProxyState> proxy(String name) throws IOException {
        requireName(name);
        return calls.make("asking " + uri() + " for proxy '" + name + "'", () -> {
            Optional<Proxy> found = found(() -> client.getProxy(name));
            return found.isEmpty() ? Optional.empty() : Optional.of(state(found.get(), toxics(found.get())));
        });
    }

    /** What is asked for; empty when the server says that it is not there. */
    private static <T> Optional<T> found(Callable<T> question) throws Exception {
        try {
            return Optional.of(question.call());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).startsWith("[404]")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static ProxyState state(Proxy proxy, List<String> toxics) {
        return new ProxyState(proxy.getName(), proxy.getListen(), proxy.getUpstream(), proxy.isEnabled(), toxics);
    }

    private static List<String> toxics(Proxy proxy) throws IOException {
        try {
            return proxy.toxics().getAll().stream().map(Toxic::getName).toList();
        } catch (IllegalArgumentException e) {
            throw new IOException("it has a toxic of a type that is not known here; remove it first", e);
        }
    }

    /** Makes a toxic, by one request. */
    public void add(String proxy, NewToxic toxic, Cancellation cancellation) throws IOException {
        change("/proxies/" + proxy + "/toxics", TOXICS.encode(toxic), cancellation);
    }

    /** Lets clients through a proxy, or refuses them. */
    public void enable(String proxy, boolean enabled, Cancellation cancellation) throws IOException {
        change("/proxies/" + proxy, CHANGES.encode(new ProxyChange(enabled)), cancellation);
    }

    private void change(String path, byte[] body, Cancellation cancellation) throws IOException {
        WebRequest request = WebRequest.of(
                new Params(Map.of(
                        "url",
                        uri().resolve(path).toString(),
                        "method",
                        "POST",
                        "body",
                        new String(body, StandardCharsets.UTF_8))),
                patience);
        try {
            WebAnswer answer = web.send(request, cancellation);
            if (!answer.expected()) {
                throw new IOException(request.summary() + " was answered with " + answer.summary());
            }
        } catch (TimeoutException e) {
            throw new IOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(request.summary() + " was interrupted", e);
        }
    }

    /** Removes the one toxic of that name, if it is there. @return whether it was */
    public boolean remove(String proxy, String toxic) throws IOException {
        requireName(proxy);
        return calls.make("removing toxic '" + toxic + "' from proxy '" + proxy + "' of " + uri(), () -> {
            Optional<Toxic> ours = find(proxy, toxic);
            return ours.isPresent()
                    && found(() -> {
                                ours.get().remove();
                                return true;
                            })
                            .isPresent();
        });
    }

    /** Whether a proxy has a toxic of that name, whatever else it has. */
    public boolean has(String proxy, String toxic) throws IOException {
        requireName(proxy);
        return calls.make(
                "asking " + uri() + " for toxic '" + toxic + "' of proxy '" + proxy + "'",
                () -> find(proxy, toxic).isPresent());
    }

    private Optional<Toxic> find(String proxy, String toxic) throws Exception {
        Optional<Proxy> found = found(() -> client.getProxy(proxy));
        return found.isEmpty()
                ? Optional.empty()
                : found(() -> found.get().toxics().get(toxic));
    }
}
