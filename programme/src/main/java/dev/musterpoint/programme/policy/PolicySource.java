package dev.musterpoint.programme.policy;

import dev.musterpoint.drills.codec.DrillFileException;
import dev.musterpoint.drills.codec.SourceFile;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.planning.PlanRefusedException;
import dev.musterpoint.drills.planning.Refusal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Where the policy in force is found: the file {@code MUSTER_POLICY} names, else {@code policy.yaml} in the folder worked in. */
public final class PolicySource {
    /** The variable of the environment that names the policy's file. */
    public static final String VARIABLE = "MUSTER_POLICY";

    private static final String USUAL = "policy.yaml";

    private final Path folder;
    private final Function<String, Optional<String>> environment;

    /**
     * @param folder      the folder that is worked in
     * @param environment looks up a variable of the environment
     */
    public PolicySource(Path folder, Function<String, Optional<String>> environment) {
        this.folder = Objects.requireNonNull(folder);
        this.environment = Objects.requireNonNull(environment);
    }

    /**
     * Reads the policy anew; the built-in one holds where there is no file.
     *
     * @throws PlanRefusedException when there is a file and it cannot be read, or is not correct: that counts as a no
     */
    public PolicySnapshot inForce() {
        try {
            return file().map(SourceFile::read).map(PolicyReader::read).orElse(PolicySnapshot.BUILT_IN);
        } catch (DrillFileException unusable) {
            throw new PlanRefusedException(unusable.problems().stream()
                    .map(problem -> new Refusal(
                            Refusal.Ground.POLICY,
                            "the policy",
                            problem + " (a policy that cannot be read allows nothing)"))
                    .toList());
        }
    }

    /** The policy's file. One that is named must be there; the usual one counts unless it is certain that there is none. */
    private Optional<Path> file() {
        Optional<Path> named =
                environment.apply(VARIABLE).filter(name -> !name.isBlank()).map(folder::resolve);
        return named.or(() ->
                Optional.of(folder.resolve(USUAL)).filter(usual -> !Files.notExists(usual, LinkOption.NOFOLLOW_LINKS)));
    }
}
