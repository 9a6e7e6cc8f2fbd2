package dev.musterpoint.programme.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.planning.PlanRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicySourceTests {
    private static final String POLICY = """
            apiVersion: musterpoint.dev/v1alpha1
            kind: Policy
            metadata: { name: test, title: Test }
            spec: { environments: [%s] }
            """;

    @TempDir
    Path folder;

    private PolicySource source(String variable) {
        return new PolicySource(
                folder, name -> name.equals("MUSTER_POLICY") ? Optional.ofNullable(variable) : Optional.empty());
    }

    private void assertRefused(PolicySource source, String message) {
        assertThatThrownBy(source::inForce)
                .isInstanceOfSatisfying(PlanRefusedException.class, refused -> assertThat(refused.byPolicy())
                        .isTrue())
                .hasMessageStartingWith("the policy: ")
                .hasMessageContaining(message)
                .hasMessageEndingWith("(a policy that cannot be read allows nothing)");
    }

    @Test
    void withoutAFileTheBuiltInPolicyHolds() {
        assertThat(source(null).inForce()).isEqualTo(PolicySnapshot.BUILT_IN);
        assertThat(source(" ").inForce()).isEqualTo(PolicySnapshot.BUILT_IN);
    }

    @Test
    void theNamedFileComesBeforeTheUsualOne() throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), POLICY.formatted("usual"));
        Files.writeString(folder.resolve("other.yaml"), POLICY.formatted("named"));

        assertThat(source(null).inForce().environments()).containsExactly("usual");
        assertThat(source("other.yaml").inForce().environments()).containsExactly("named");
        assertThat(source("other.yaml").inForce().source()).endsWith("other.yaml");
    }

    @Test
    void aFileThatIsReadAnewShowsWhatChanged() throws IOException {
        PolicySource source = source(null);
        assertThat(source.inForce()).isEqualTo(PolicySnapshot.BUILT_IN);
        Files.writeString(folder.resolve("policy.yaml"), POLICY.formatted("later"));
        assertThat(source.inForce().environments()).containsExactly("later");
    }

    @Test
    void aNamedFileThatIsMissingIsANo() {
        assertRefused(source("missing.yaml"), "there is no such file");
    }

    @Test
    void aFileThatCannotBeReadIsANo() throws IOException {
        Files.createDirectory(folder.resolve("policy.yaml"));
        assertRefused(source(null), "it is a directory");
    }

    @Test
    void aBrokenFileIsANo() throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), POLICY.formatted("a") + "more: true\n");
        assertRefused(source(null), "unknown key 'more'");
    }

    @Test
    void aLinkThatLeadsNowhereIsANo() throws IOException {
        Files.createSymbolicLink(folder.resolve("policy.yaml"), folder.resolve("gone"));
        assertRefused(source(null), "there is no such file");
    }
}
