package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.TargetResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Resolves {@code {member: NAME}}, {@code {pid: N}} and {@code {pidFile: PATH}}. */
final class ProcessTargets implements TargetResolver {
    private static final String KIND = "processes";
    /** Of a pid file; a process id is shorter. */
    private static final int MOST_BYTES = 64;

    @Override
    public List<Target> resolve(FaultSpec fault, Optional<SystemFacts> system) throws InjectionException {
        Params target = fault.target();
        if (Stream.of("member", "pid", "pidFile").filter(target::has).count() != 1) {
            throw new InjectionException(
                    "the target of '" + fault.name() + "' is one of {member: NAME}, {pid: N} and {pidFile: PATH}");
        }
        if (target.has("member")) {
            return List.of(member(target.text("member"), system));
        }
        return List.of(
                target.has("pid")
                        ? process(target.text("pid"), "'" + target.text("pid") + "'")
                        : process(read(Path.of(target.text("pidFile"))), "the first line of the pid file"));
    }

    private static Target member(String name, Optional<SystemFacts> system) throws InjectionException {
        SystemFacts facts = system.orElseThrow(
                () -> new InjectionException("target {member: " + name + "} needs a 'system' whose member it is"));
        if (facts.member(name).isEmpty()) {
            throw new InjectionException("system '" + facts.name() + "' has no member '" + name + "'; it has "
                    + facts.members().stream().map(SystemFacts.Member::name).toList());
        }
        if (!facts.sandbox()) {
            throw new InjectionException("the processes of system '" + facts.name() + "' of type " + facts.type()
                    + " are not known; name one by {pid: N} or {pidFile: PATH}");
        }
        String id = facts.name() + "/" + name;
        int size = facts.members().size();
        return new Target(id, KIND, facts.name(), size, true, Map.of("system", facts.name(), "member", name));
    }

    /** @param name what {@code text} is called in an error, which shows nothing of a file */
    private static Target process(String text, String name) throws InjectionException {
        if (!text.matches("[1-9][0-9]{0,9}")) {
            throw new InjectionException(name + " is no process id");
        }
        long pid = Long.parseLong(text);
        OwnProcesses.refuse(pid);
        Instant startedAt = ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().startInstant())
                .orElseThrow(() -> new InjectionException("there is no process " + pid + " on this machine"));
        Map<String, String> attributes = Map.of("pid", text, "startedAt", startedAt.toString());
        return new Target("pid " + pid, KIND, "pid", 1, false, attributes);
    }

    /** Only of a regular file: a pipe or a device could be waited for, or read, for ever. */
    private static String read(Path file) throws InjectionException {
        if (!Files.isRegularFile(file)) {
            throw new InjectionException("the pid file " + file + " is not there, or is no regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
            return start.lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new InjectionException("the pid file " + file + " cannot be read", e);
        }
    }
}
