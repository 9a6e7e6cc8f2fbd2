package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.ConditionSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.Map;
import java.util.Optional;

/** Reads {@code when:} of a fault. */
final class ConditionReader {
    private ConditionReader() {}

    /** @param systemTypes the types of the declared systems, by name */
    static Optional<ConditionSpec> read(Fields fault, Catalogue catalogue, Map<String, String> systemTypes) {
        return fault.mapping("when").flatMap(fields -> {
            Optional<TypeInfo> type = TypeReader.type(fields, "condition", catalogue.conditions());
            Optional<String> system = TypeReader.system(fields, type, systemTypes);
            return type.map(info -> {
                Params params = ParameterReader.read(fields, info.parameters());
                fields.finish();
                return new ConditionSpec(info.type(), system, params);
            });
        });
    }
}
