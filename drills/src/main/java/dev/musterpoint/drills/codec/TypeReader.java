package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spi.Provider;
import dev.musterpoint.drills.spi.Providers;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code type:} and {@code system:}, which most things of a drill have, against the catalogue. */
final class TypeReader {
    private TypeReader() {}

    /** The type named by {@code type:}; empty, with a problem, when no provider serves it. */
    static Optional<TypeInfo> type(Fields fields, String kind, Providers<? extends Provider> providers) {
        fields.require("type");
        Optional<Yaml.Scalar> type = fields.scalar("type");
        Optional<TypeInfo> info = type.flatMap(name -> providers.info(name.text()));
        if (type.isPresent() && info.isEmpty()) {
            List<String> types = providers.infos().stream().map(TypeInfo::type).toList();
            fields.problems()
                    .add(
                            type.get().place(),
                            "there is no " + kind + " type "
                                    + Quoted.of(type.get().text())
                                    + Nearest.hint(type.get().text(), types, "there are"));
        }
        return info;
    }

    /**
     * The system named by {@code system:}. It must be there when the type needs one, be declared, and be of a type that
     * {@code info} works with.
     *
     * @param types the types of the declared systems, by name
     */
    static Optional<String> system(Fields fields, Optional<TypeInfo> info, Map<String, String> types) {
        Optional<Yaml.Scalar> system = requiredSystem(fields, info);
        if (system.isEmpty() || !new Names("system", types.keySet()).check(system.get(), fields.problems())) {
            return Optional.empty();
        }
        String name = system.get().text();
        info.filter(type -> !worksWith(type, types.get(name))).ifPresent(type -> fields.problems()
                .add(
                        system.get().place(),
                        Quoted.of(name) + " is of type " + Quoted.of(types.get(name)) + ", and '" + type.type()
                                + "' works with: " + String.join(", ", type.systems())));
        return Optional.of(name);
    }

    /** The value of {@code system:}, which must be there when the type needs a system. */
    static Optional<Yaml.Scalar> requiredSystem(Fields fields, Optional<TypeInfo> info) {
        info.filter(type -> !type.systems().isEmpty() && !fields.has("system")).ifPresent(type -> fields.problems()
                .add(
                        fields.place(),
                        fields.what() + " needs 'system': '" + type.type() + "' works with: "
                                + String.join(", ", type.systems())));
        return fields.scalar("system");
    }

    /** A system whose own type is unknown has been reported, and passes here. */
    private static boolean worksWith(TypeInfo type, String systemType) {
        return systemType.isEmpty()
                || type.systems().isEmpty()
                || type.systems().contains(systemType);
    }
}
