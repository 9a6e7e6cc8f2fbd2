package dev.musterpoint.drills.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.kit.SampleCatalogue;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.Claim;
import dev.musterpoint.drills.plan.Claim.Kind;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Metadata;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.SystemSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimsTests {
    private static final String URL = "jdbc:postgresql://db.example/shop";

    private static List<Claim> claims(Optional<String> service, SystemSpec system, String target) {
        return claims(service, system, new Target(target, "processes", "db", 1, false, Map.of()));
    }

    private static List<Claim> claims(Optional<String> service, SystemSpec system, Target there) {
        DrillPlan sample = new SamplePlan().build();
        FaultSpec fault = new FaultSpec(
                "it dies",
                "process/kill",
                Optional.of(system.name()),
                Params.NONE,
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                BlastRadius.UNSTATED,
                Params.NONE);
        DrillSpec spec = new DrillSpec(
                new Metadata("sample", "A sample", Optional.empty(), Optional.empty(), service),
                "It comes back.",
                "test",
                Map.of(system.name(), system),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(fault),
                Optional.empty(),
                sample.spec().timing());
        return Claims.of(
                new DrillPlan(
                        DrillPlan.FORMAT,
                        "0.1.0",
                        sample.plannedAt(),
                        "sample.yaml",
                        sample.specDigest(),
                        spec,
                        List.of(new PlannedFault(1, fault, List.of(there, there))),
                        "",
                        List.of(),
                        sample.policy()),
                SampleCatalogue.create());
    }

    private static SystemSpec postgres(String alias, String url, String user) {
        return new SystemSpec(
                alias,
                "postgres",
                new Params(Map.of("url", url, "user", user, "password", Map.of("env", user + "_PASSWORD"))));
    }

    private static String target(SystemSpec system) {
        return claims(Optional.empty(), system, system.name() + "/primary")
                .get(1)
                .identity();
    }

    @Test
    void knowsATargetByItsAddressWhateverTheDrillCallsIt() {
        Map<String, String> address = Map.of(Target.ADDRESS, "kubernetes://host:6443/shop/pods/web-1");
        Target pod = new Target("cluster/shop/web-1", "pods", "shop/web", 3, false, address);

        assertThat(claims(Optional.empty(), postgres("cluster", URL, "drill"), pod)
                        .get(1))
                .isEqualTo(new Claim(Kind.TARGET, "cluster/shop/web-1", "kubernetes://host:6443/shop/pods/web-1"));
    }

    @Test
    void claimsTheNamedServiceElseTheDrill() {
        SystemSpec db = postgres("db", URL, "drill");
        assertThat(claims(Optional.of("shop"), db, "db/primary"))
                .first()
                .isEqualTo(new Claim(Kind.SERVICE, "shop", "shop"));
        assertThat(claims(Optional.empty(), db, "db/primary"))
                .first()
                .isEqualTo(new Claim(Kind.SERVICE, "sample", "sample"));
    }

    @Test
    void claimsEachTargetOnce() {
        assertThat(claims(Optional.empty(), postgres("db", URL, "drill"), "db/primary"))
                .hasSize(2);
    }

    @Test
    void knowsATargetByItsSystemAndNotByItsAlias() {
        assertThat(target(postgres("db", URL, "drill"))).isEqualTo(target(postgres("orders", URL, "drill")));
        assertThat(target(postgres("db", URL, "drill")))
                .isNotEqualTo(target(postgres("db", "jdbc:postgresql://db.example/other", "drill")));
    }

    @Test
    void doesNotMindWhoConnects() {
        assertThat(target(postgres("db", URL, "drill")))
                .isEqualTo(target(postgres("db", URL, "jane")))
                .doesNotContain("PASSWORD");
    }

    @Test
    void knowsATargetThatIsNotNamedAfterASystemByItsOwnName() {
        assertThat(claims(Optional.empty(), postgres("db", URL, "drill"), "pid 4711")
                        .get(1)
                        .identity())
                .isEqualTo("processes pid 4711");
    }

    @Test
    void claimsNoSandbox() {
        assertThat(Claims.of(new SamplePlan().build(), SampleCatalogue.create()))
                .extracting(Claim::kind)
                .containsExactly(Kind.SERVICE);
    }
}
