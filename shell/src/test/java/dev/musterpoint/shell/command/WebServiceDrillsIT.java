package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.HistoryRead;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The drills of pods in {@code catalog/kubernetes}, which leave the nodes to others. */
@Timeout(600)
class WebServiceDrillsIT extends ClusterDrills {
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
