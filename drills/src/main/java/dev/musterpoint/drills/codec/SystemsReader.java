package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code systems:}. */
final class SystemsReader {
    private final Catalogue catalogue;
    private final NamedEntries entries;
    private final Map<String, SystemSpec> systems = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();

    SystemsReader(Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.entries = new NamedEntries("system", problems);
    }

    Map<String, SystemSpec> read(List<Yaml.Entry> written) {
        entries.read(written, this::read);
        return systems;
    }

    /** The types of all declared systems by name; empty where the type could not be read. */
    Map<String, String> types() {
        Map<String, String> all = new LinkedHashMap<>();
        entries.names().declared().forEach(name -> all.put(name, types.getOrDefault(name, "")));
        return all;
    }

    private void read(String name, Fields fields) {
        Optional<TypeInfo> type = TypeReader.type(fields, "system", catalogue.systems());
        type.ifPresent(info -> {
            types.put(name, info.type());
            systems.put(name, new SystemSpec(name, info.type(), ParameterReader.read(fields, info.parameters())));
            fields.finish();
        });
    }
}
