package dev.musterpoint.shell.doctor;

import dev.musterpoint.drills.evidence.ClockIdentity;
import dev.musterpoint.sandbox.postgres.PostgresPairCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Checks of the machine. */
final class Machine {
    private static final int OLDEST_JAVA = 17;
    private static final Path CLOCK_SOURCE =
            Path.of("/sys/devices/system/clocksource/clocksource0/current_clocksource");
    /** Read without a system call, in tens of nanoseconds; any other takes a microsecond and more. */
    private static final List<String> QUICK_CLOCKS =
            List.of("tsc", "kvm-clock", "arch_sys_counter", "hyperv_clocksource_tsc_page");

    private Machine() {}

    static Check java(int feature) {
        String found = "Java " + feature + " in " + System.getProperty("java.home");
        return feature >= OLDEST_JAVA
                ? Check.ok("java", found)
                : Check.failed("java", found, "install a JDK 17 or newer, and set JAVA_HOME to it");
    }

    /** Process faults and their proof read the table of processes. */
    static Check processes(Path proc, Path ps) {
        if (Files.isReadable(proc.resolve("self").resolve("stat"))) {
            return Check.ok("processes", proc + " can be read");
        }
        return Files.isExecutable(ps)
                ? Check.ok("processes", "no " + proc + " here; " + ps + " serves instead")
                : Check.failed(
                        "processes", "neither " + proc + " nor " + ps + " is here", "mount /proc, or install procps");
    }

    /** The watchdog must outlive its runner. */
    static Check sessions(List<Path> programs) {
        return programs.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> Check.ok("watchdog", program + " gives it a session of its own"))
                .orElseGet(() -> Check.failed(
                        "watchdog",
                        "nothing here starts a process in a session of its own",
                        "install util-linux (setsid) or perl"));
    }

    static Check postgres() {
        Optional<String> obstacle = PostgresPairCheck.obstacle();
        return obstacle.map(why -> Check.failed("postgres-pair", "this sandbox cannot run here", why))
                .orElseGet(() -> Check.ok("postgres-pair", "its PostgreSQL binaries are here and can be started"));
    }

    static Check clock(ClockIdentity identity) {
        String source = source();
        String found = "clock source " + source + ", suspended " + identity.suspends() + " times since boot";
        if (identity.bootId().equals("unknown")) {
            return Check.warning(
                    "clock",
                    found + ", boot unknown",
                    "evidence of several processes is compared by their boot; mount /proc to give it one");
        }
        return QUICK_CLOCKS.contains(source) || source.equals("unknown")
                ? Check.ok("clock", found)
                : Check.warning(
                        "clock", found, "reading it is slow, which widens intervals; prefer tsc (see clocksource0)");
    }

    private static String source() {
        try {
            return Files.readString(CLOCK_SOURCE).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    static Check terminal(boolean terminal) {
        return terminal
                ? Check.ok("terminal", "drills show a live view, and manual steps can be confirmed")
                : Check.ok("terminal", "none: one line per event, and manual steps are as 'unattended' says");
    }
}
