package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.WorkloadSpec;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code workloads:}. */
final class WorkloadsReader {
    private final Catalogue catalogue;
    private final Map<String, String> systemTypes;
    private final NamedEntries entries;
    private final Map<String, WorkloadSpec> workloads = new LinkedHashMap<>();

    WorkloadsReader(Catalogue catalogue, Map<String, String> systemTypes, Problems problems) {
        this.catalogue = catalogue;
        this.systemTypes = systemTypes;
        this.entries = new NamedEntries("workload", problems);
    }

    Map<String, WorkloadSpec> read(List<Yaml.Entry> written) {
        entries.read(written, this::read);
        return workloads;
    }

    Names names() {
        return entries.names();
    }

    private void read(String name, Fields fields) {
        Optional<TypeInfo> type = TypeReader.type(fields, "workload", catalogue.workloads());
        Optional<String> system = TypeReader.system(fields, type, systemTypes);
        type.ifPresent(info -> {
            Params params = ParameterReader.read(fields, info.parameters());
            workloads.put(name, new WorkloadSpec(name, info.type(), system, params));
            fields.finish();
        });
    }
}
