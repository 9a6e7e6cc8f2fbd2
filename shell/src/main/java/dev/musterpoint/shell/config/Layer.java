package dev.musterpoint.shell.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The settings of one place: of a file, of the environment, of a command's options. Any key may be left out. */
final class Layer {
    private final Map<Key, Setting> settings = new EnumMap<>(Key.class);

    /** @param from where the value was found, for people */
    Layer set(Key key, String value, String from) {
        settings.put(key, new Setting(key.written(), Objects.requireNonNull(value), from, key.meaning()));
        return this;
    }

    Optional<Setting> find(Key key) {
        return Optional.ofNullable(settings.get(key));
    }
}
