package dev.musterpoint.drills.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** All providers of one kind, by the type names they serve. Two that claim one name are an error at once. */
public final class Providers<P extends Provider> {
    private final Map<String, P> byType = new LinkedHashMap<>();
    private final Map<String, TypeInfo> infos = new LinkedHashMap<>();

    private Providers(Iterable<P> providers) {
        providers.forEach(this::add);
    }

    /** Finds the providers on the class path. @throws IllegalStateException when two claim one name */
    public static <P extends Provider> Providers<P> load(Class<P> kind) {
        return new Providers<>(ServiceLoader.load(kind));
    }

    public static <P extends Provider> Providers<P> of(List<P> providers) {
        return new Providers<>(providers);
    }

    private void add(P provider) {
        for (TypeInfo info : provider.types()) {
            P other = byType.putIfAbsent(info.type(), provider);
            if (other != null) {
                throw new IllegalStateException("two providers claim '" + info.type() + "': "
                        + other.getClass().getName() + " and "
                        + provider.getClass().getName()
                        + "; remove one of them from the class path");
            }
            infos.put(info.type(), info);
        }
    }

    public Optional<P> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** The provider of {@code type}. @throws IllegalArgumentException when there is none */
    public P get(String type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException("no provider of '" + type + "'"));
    }

    public Optional<TypeInfo> info(String type) {
        return Optional.ofNullable(infos.get(type));
    }

    public List<TypeInfo> infos() {
        return List.copyOf(infos.values());
    }
}
