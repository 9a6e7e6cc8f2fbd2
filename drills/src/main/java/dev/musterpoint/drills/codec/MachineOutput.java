package dev.musterpoint.drills.codec;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Records and lists of them as JSON or YAML text, for programs that read what a command prints. */
public final class MachineOutput {
    private MachineOutput() {}

    /** Indented JSON. */
    public static String json(Object value) {
        return JsonMappers.shared().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /** The same content as YAML. */
    public static String yaml(Object value) {
        Object tree = JsonMappers.shared().convertValue(value, Object.class);
        DumpSettings settings =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        return new Dump(settings).dumpToString(tree).stripTrailing();
    }

    /** A JSON object as a tree of maps, lists and plain values. */
    public static Map<?, ?> tree(byte[] json) {
        return JsonMappers.shared().readValue(json, Map.class);
    }
}
