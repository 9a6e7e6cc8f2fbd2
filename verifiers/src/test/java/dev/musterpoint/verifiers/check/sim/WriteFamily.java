package dev.musterpoint.verifiers.check.sim;

import static dev.musterpoint.verifiers.check.sim.Random64.MS;

import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import java.util.List;
import java.util.function.Consumer;

/**
 * A kind of write history.
 *
 * @param reignsKnown whether every answer says which server gave it, so that holes and split brain can be told exactly
 */
record WriteFamily(String name, boolean reignsKnown, Consumer<WriteScenario> script) {

    WriteCase make(long index) {
        WriteScenario scenario = new WriteScenario(new Random64(name, index));
        script.accept(scenario);
        return new WriteCase(scenario);
    }

    private static WriteFamily of(String name, Consumer<WriteScenario> script) {
        return new WriteFamily(name, true, script);
    }

    static List<WriteFamily> all() {
        return List.of(
                of("suffix-lost", WriteScenario::write),
                of("slow-acknowledgements", s -> s.write(s.random.ms(1, 1500), s.random.ms(1, 1500))),
                of("holes", s -> {
                    s.write();
                    s.change(
                            0.05,
                            write -> write.surviving(
                                    write.survives() && !write.server().equals("p")));
                }),
                of("split-brain", s -> {
                    s.oldStops = s.end + s.random.ms(100, 2000);
                    s.write();
                }),
                of("split-brain-and-silence", s -> {
                    s.oldStops = s.finish;
                    s.promoted = s.finish;
                    s.write();
                }),
                of("phantoms", s -> {
                    s.write();
                    s.change(0.1, write -> write.outcome() == WriteOutcome.FAILED ? write.surviving(true) : write);
                    for (int i = s.random.times(0, 5); i > 0; i--) {
                        s.strangers.add(new WriteId(s.random.times(0, 9), 1_000_000 + i, 0));
                    }
                }),
                of("duplicates", s -> {
                    s.write();
                    s.writes.stream()
                            .filter(write -> write.survives() && s.random.chance(0.05))
                            .forEach(write -> s.twice.add(write.id()));
                }),
                of("repeated", s -> s.write().retry(0.2)),
                of("unknown-outcomes", s -> {
                    s.write();
                    s.change(0.2, write -> write.with(WriteOutcome.UNKNOWN, s.random.chance(0.5)));
                }),
                of("lost-at-fail-back", s -> {
                    s.failBack = s.finish - s.random.ms(50, 150);
                    s.failedBackUpTo = s.failBack - s.random.ms(0, 100);
                    s.readFrom = s.failBack - s.random.ms(1, 40);
                    s.readTo = s.readFrom;
                    s.read2From = s.finish + 500 * MS;
                    s.write(MS, MS);
                    s.writes.removeIf(write -> write.a() >= s.failBack - 2 * MS && write.a() < s.failBack + 3 * MS);
                }),
                of("nothing-lost", s -> {
                    s.replicated = s.end;
                    s.write();
                }),
                of("nothing-lost-and-rare-writes", s -> {
                    s.replicated = s.end;
                    s.think = 2000 * MS;
                    s.write();
                }),
                of("no-survivors", s -> {
                    s.replicated = 0;
                    s.write();
                }),
                of("writes-go-on-during-the-read", s -> {
                    s.readFrom = s.promoted + s.random.ms(1, 200);
                    s.readTo = s.readFrom + s.random.ms(0, 100);
                    s.write(s.random.ms(1, 100), s.random.ms(1, 100));
                }),
                of("corrupt-rows", s -> {
                    s.write();
                    s.writes.stream()
                            .filter(write -> write.survives() && write.server().equals("p") && s.random.chance(0.02))
                            .forEach(write -> s.corrupt.add(write.id()));
                }),
                of("nobody-writes-to-the-new-one", s -> {
                    s.promoted = s.finish;
                    s.write();
                }),
                new WriteFamily("restarted-in-place", true, s -> {
                    s.newServer = "p";
                    s.readServer = "p";
                    s.promoted = Math.max(s.promoted, s.effectSeen + MS);
                    s.write();
                }),
                new WriteFamily("servers-unknown", false, s -> {
                    s.serversKnown = false;
                    s.write(s.random.ms(1, 600), s.random.ms(1, 600));
                }),
                new WriteFamily("servers-half-known", false, s -> {
                    s.serverShare = 0.5;
                    s.write(s.random.ms(1, 600), s.random.ms(1, 600));
                }));
    }

    static WriteFamily named(String name) {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return name;
    }
}
