package dev.musterpoint.programme.policy;

import dev.musterpoint.drills.codec.Fields;
import dev.musterpoint.drills.codec.FileKind;
import dev.musterpoint.drills.codec.SourceFile;
import dev.musterpoint.drills.codec.StrictFile;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.plan.PolicySnapshot.Allowed;
import dev.musterpoint.drills.plan.PolicySnapshot.Limits;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.Share;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads policy files, as strictly as drill files. Lists that are left out allow nothing, and forbid nothing either. */
public final class PolicyReader {
    private PolicyReader() {}

    /** @throws dev.musterpoint.drills.codec.DrillFileException with every problem of the file */
    public static PolicySnapshot read(SourceFile file) {
        return StrictFile.read(file, FileKind.POLICY, spec -> policy(file, spec));
    }

    private static PolicySnapshot policy(SourceFile file, Fields spec) {
        Optional<Fields> outside = spec.mapping("outsideSandbox");
        Allowed allowed = new Allowed(
                outside.map(fields -> fields.lines("systems")).orElse(List.of()),
                outside.map(fields -> fields.lines("targets")).orElse(List.of()),
                spec.parsedLines("commands", PolicyReader::program),
                spec.parsedLines("hosts", PolicyReader::host));
        outside.ifPresent(Fields::finish);
        return new PolicySnapshot(
                file.name(),
                file.digest(),
                spec.lines("environments"),
                allowed,
                spec.lines("protected"),
                spec.mapping("limits").map(PolicyReader::limits).orElse(PolicySnapshot.BUILT_IN.limits()),
                WindowReader.freezes(spec.mappings("freeze", "freeze")),
                WindowReader.windows(spec.mappings("windows", "window")));
    }

    private static String program(String path) {
        if (!path.startsWith("/") || path.contains("*")) {
            throw new IllegalArgumentException("'" + path + "' is no absolute path of one program");
        }
        return path;
    }

    private static String host(String host) {
        if (host.isBlank() || host.contains("/") || host.contains("@") || host.contains("*")) {
            throw new IllegalArgumentException("'" + host + "' is no host; write host or host:port");
        }
        return host.toLowerCase(Locale.ROOT);
    }

    private static Limits limits(Fields fields) {
        Limits limits = new Limits(
                fields.mapping("perFault").map(PolicyReader::radius).orElse(BlastRadius.UNSTATED),
                fields.mapping("perDrill").map(PolicyReader::radius).orElse(BlastRadius.UNSTATED),
                fields.positive("longestFault"),
                fields.flag("guardrails").orElse(false));
        fields.finish();
        return limits;
    }

    /** {@code share}, and counts by the kind of target; {@code targets} are those of any kind. */
    private static BlastRadius radius(Fields fields) {
        Optional<Share> share = fields.share("share");
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String kind : fields.keys()) {
            if (!kind.equals("share")) {
                fields.integer(kind, 1, Integer.MAX_VALUE).ifPresent(most -> counts.put(kind, most));
            }
        }
        return new BlastRadius(counts, share);
    }
}
