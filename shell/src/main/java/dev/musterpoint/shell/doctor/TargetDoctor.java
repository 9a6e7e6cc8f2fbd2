package dev.musterpoint.shell.doctor;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.planning.PlanRefusedException;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.SystemCheck;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.shell.run.DrillService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks at what a drill works with, before it does: its systems, its probes, its plan. Injects nothing, writes nothing. */
public final class TargetDoctor {
    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

    private final Catalogue catalogue;
    private final DrillService drills;
    private final Path file;
    private final Map<String, String> variables;
    private final Redactor redactor = new Redactor();

    public TargetDoctor(Catalogue catalogue, DrillService drills, Path file, Map<String, String> variables) {
        this.catalogue = catalogue;
        this.drills = drills;
        this.file = file;
        this.variables = Map.copyOf(variables);
    }

    /** @throws dev.musterpoint.drills.codec.DrillFileException with every problem of the drill's file */
    public List<Check> checks() {
        DrillSpec spec = drills.read(file, variables);
        List<Check> checks = new ArrayList<>();
        spec.systems().values().forEach(system -> checks.addAll(system(system)));
        Check plan = plan();
        if (plan.state() != Check.State.FAILED) {
            // What the policy does not let the drill ask, nobody asks.
            spec.probes().values().stream().filter(TargetDoctor::onlyReads).forEach(probe -> checks.add(ask(probe)));
        }
        checks.add(plan);
        return checks;
    }

    private List<Check> system(SystemSpec spec) {
        List<SystemCheck> found = catalogue.systems().get(spec.type()).examine(spec, toolbox(), new Cancellation());
        return found.stream()
                .map(each -> new Check(
                        spec.name() + " " + each.name(),
                        Check.State.valueOf(each.state().name()),
                        each.found(),
                        each.mend()))
                .toList();
    }

    private Toolbox toolbox() {
        Path folder = file.toAbsolutePath().getParent();
        return new Toolbox(
                "doctor",
                folder,
                name -> {
                    throw new IllegalArgumentException("no system is open");
                },
                new SystemRunClock(),
                redactor);
    }

    /** A probe of a system writes to it, and the system was looked at; a request may write too. */
    private static boolean onlyReads(ProbeSpec probe) {
        return probe.system().isEmpty()
                && READING.contains(probe.params().find("method").orElse("GET"));
    }

    /** Asks once, as the drill would many times. */
    private Check ask(ProbeSpec spec) {
        String name = "probe " + spec.name();
        try (Probe probe = catalogue.probes().get(spec.type()).probe(spec, toolbox())) {
            Probe.Answer answer = probe.attempt(0, 0, spec.timeout(), new Cancellation());
            return answer.correct()
                    ? Check.ok(name, "one attempt was answered as it should be")
                    : Check.failed(
                            name,
                            "one attempt got a wrong answer: " + redactor.redact(answer.detail()),
                            "look at the service, or at what the probe expects");
        } catch (Exception e) {
            return Check.failed(
                    name,
                    "one attempt failed: " + redactor.redact(String.valueOf(e.getMessage())),
                    "start the service, or look at the probe's address");
        }
    }

    private Check plan() {
        try {
            List<String> notNow = drills.notNow(drills.prepare(file, variables).plan());
            return notNow.isEmpty()
                    ? Check.ok("plan", "targets are there, and the policy lets it run")
                    : Check.warning("plan", String.join("; ", notNow), "run it at another time");
        } catch (PlanRefusedException refused) {
            String why = refused.refusals().stream().map(Object::toString).collect(Collectors.joining("; "));
            return Check.failed("plan", why, "see docs/policy.md for what a policy may allow");
        }
    }
}
