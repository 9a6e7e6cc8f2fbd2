package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.HistoryRead;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import dev.musterpoint.verifiers.check.Assessor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLockTarget;

/**
 * The drills of pods, nodes and zones in {@code catalog/kubernetes} on a real cluster. Each test has a namespace of its own;
 * the nodes they share, so that one that takes a node away has all of them to itself.
 */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = WebServiceDrillsIT.NODES, mode = ResourceAccessMode.READ, target = ResourceLockTarget.CHILDREN)
class WebServiceDrillsIT {
    static final String NODES = "the nodes of the cluster";

    private static final Path CATALOGUE =
            Path.of("..").toAbsolutePath().normalize().resolve("catalog/kubernetes");

    @RegisterExtension
    final ThreeZones cluster = new ThreeZones();

    @TempDir
    Path folder;

    private String url;

    @BeforeEach
    void begin() throws IOException {
        url = cluster.web();
        for (String name :
                List.of("pod-loss", "rolling-eviction", "zone-evacuate", "node-loss", "see-replicas-return")) {
            String text = Files.readString(CATALOGUE.resolve(name + ".yaml"))
                    .replace("{ type: kubernetes, ", "{ type: kubernetes, kubeconfig: " + cluster.kubeconfig() + ", ")
                    // So that the three replicas of a test are back by then, and the test does not take long.
                    .replace("baseline: 10s", "baseline: 4s")
                    // A probe that never fails is watched to the end.
                    .replaceAll("within: ([12]m|30s)", "within: 15s")
                    .replaceAll("deadline: [23]m", "deadline: 25s");
            Files.writeString(folder.resolve(name + ".yaml"), text);
        }
        policy("kubernetes://" + cluster.server() + "/" + cluster.namespace() + "/pods/*");
    }

    private void policy(String targets) throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Policy
                metadata: { name: test, title: For a test, owner: tests }
                spec:
                  outsideSandbox: { targets: ["%s"] }
                  hosts: ["%s"]
                  protected: [tier=gold]
                """.formatted(
                        targets, URI.create(url).getAuthority()));
    }

    private Typed drill(String command, String name, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "drill", command, name + ".yaml", "--var", "namespace=" + cluster.namespace(), "--var", "url=" + url));
        words.addAll(List.of(more));
        return Typed.in(folder, words.toArray(String[]::new));
    }

    private RunReader run() {
        return new RunReader(new RunStore(folder.resolve("runs")).list().get(0));
    }

    private Assessment judged(Typed typed) {
        Assessment assessment = Assessor.standard().assess(run().plan(), run());
        assertThat(assessment.cleanUp()).as(typed.out() + typed.err()).isEqualTo(CleanUp.CLEAN);
        return assessment;
    }

    @Test
    void aLostPodIsReplacedAndUsersAreServedAgain() {
        Typed typed = drill("run", "pod-loss");

        assertThat(typed.code()).as(typed.out() + typed.err()).isZero();
        assertThat(judged(typed).verdict()).as(typed.out() + typed.err()).isEqualTo(Verdict.MET);
        Target lost = run().plan().faults().get(0).targets().get(0);
        assertThat(run().facts(EffectSeen.class)).singleElement().satisfies(seen -> assertThat(seen.toString())
                .contains(lost.attributes().get("uid")));
        assertThat(judged(typed).findings(ObjectiveJudged.class))
                .extracting(ObjectiveJudged::kind)
                .contains("redundancy");
        assertThat(run().facts(HistoryRead.class)).singleElement().satisfies(read -> {
            assertThat(read.history().unread()).isEmpty();
            assertThat(read.history().events())
                    .anyMatch(event ->
                            event.subject().endsWith("/" + lost.attributes().get("pod"))
                                    && event.what().equals("Killing"))
                    .anyMatch(event ->
                            event.subject().startsWith("pod ") && event.what().equals("ready"));
        });
    }

    @Test
    void podsAreEvictedOneByOneAsTheBudgetAllows() {
        Typed typed = drill("run", "rolling-eviction");

        assertThat(typed.code()).as(typed.out() + typed.err()).isLessThan(ExitCode.ABORTED.code());
        judged(typed);
        assertThat(run().facts(EffectSeen.class)).as(typed.out() + typed.err()).hasSize(3);
    }

    @Test
    @ResourceLock(NODES)
    void anEmptiedZoneIsReplacedByTheOthersAndOpenedAgain() throws IOException {
        policy("kubernetes://" + cluster.server() + "/zones/b");
        Typed typed = drill("run", "zone-evacuate", "--var", "zone=b");

        assertThat(typed.code()).as(typed.out() + typed.err()).isZero();
        assertThat(judged(typed).verdict()).as(typed.out() + typed.err()).isEqualTo(Verdict.MET);
        assertThat(cluster.kubectl(
                        "get",
                        "node",
                        "node-b1",
                        "-o",
                        "jsonpath={.spec.unschedulable}{.metadata.annotations.musterpoint\\.dev/cordoned-by}"))
                .isEmpty();
    }

    @Test
    @ResourceLock(NODES)
    void aDrainedNodeIsReplacedByTheOthersAndOpenedAgain() throws IOException {
        policy("kubernetes://" + cluster.server() + "/nodes/node-c1");
        Typed typed = drill("run", "node-loss", "--var", "node=node-c1");

        assertThat(typed.code()).as(typed.out() + typed.err()).isLessThan(ExitCode.ABORTED.code());
        judged(typed);
        assertThat(run().facts(EffectSeen.class)).as(typed.out() + typed.err()).hasSize(1);
        assertThat(cluster.kubectl("get", "node", "node-c1", "-o", "jsonpath={.spec.unschedulable}"))
                .isEmpty();
    }

    /** The testbed's network plug-in enforces no policies: that a policy was made is no effect. */
    @Test
    void anIsolationThatNobodyEnforcesHasNoEffect() throws IOException {
        String drill = Files.readString(folder.resolve("pod-loss.yaml"))
                .replace("type: kubernetes/pod-kill", "type: kubernetes/network-isolate")
                .replace("gracePeriod: 1s", "effect: { probe: web, share: 33% }")
                .replace("effectWithin: 1m", "effectWithin: 5s");
        Files.writeString(folder.resolve("isolate.yaml"), drill);
        Typed typed = drill("run", "isolate");

        assertThat(judged(typed).verdict()).as(typed.out() + typed.err()).isEqualTo(Verdict.NO_EFFECT);
        assertThat(cluster.kubectl("get", "networkpolicies", "-o", "jsonpath={.items[*].metadata.name}"))
                .isEmpty();
    }

    @Test
    void aPlanWhosePodIsGoneIsRefused() throws IOException {
        Typed plan = drill("plan", "pod-loss", "-o", "json");
        assertThat(plan.code()).as(plan.err()).isZero();
        Files.writeString(folder.resolve("plan.json"), plan.out());
        cluster.kubectl("delete", "pods", "-l", "app=web", "--wait=true");
        cluster.kubectl("rollout", "status", "deployment/web", "--timeout=60s");

        Typed typed =
                drill("run", "pod-loss", "--plan", folder.resolve("plan.json").toString());

        assertThat(typed.code()).as(typed.out() + typed.err()).isNotZero();
        assertThat(typed.err()).contains("the targets");
        assertThat(new RunStore(folder.resolve("runs")).list()).isEmpty();
    }

    @Test
    void whatThePolicyDoesNotAllowOrProtectsIsRefused() throws IOException {
        policy("kubernetes://" + cluster.server() + "/other/pods/*");
        assertThat(drill("plan", "pod-loss").err()).contains("kubernetes://" + cluster.server());

        begin();
        cluster.kubectl("label", "pods", "-l", "app=web", "tier=gold");
        Typed typed = drill("plan", "pod-loss");
        assertThat(typed.code()).isEqualTo(ExitCode.REFUSED.code());
        assertThat(typed.err()).contains("is protected by the label 'tier=gold'");
    }
}
