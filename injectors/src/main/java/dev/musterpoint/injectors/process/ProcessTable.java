package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.spi.InjectionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kernel's table of processes. */
class ProcessTable {
    private static final Path PROC = Path.of("/proc");

    /** The process {@code pid}; empty when there is none. */
    Optional<ProcessEntry> find(long pid) {
        try {
            byte[] stat = Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve("stat"));
            return ProcessEntry.parse(pid, new String(stat, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** {@code entry} as it is now; empty when it has ended, whoever has its id today. */
    Optional<ProcessEntry> now(ProcessEntry entry) {
        return find(entry.pid()).filter(found -> found.isSameAs(entry) && !found.isGone());
    }

    List<ProcessEntry> all() throws InjectionException {
        return allBut(List.of());
    }

    /** Those that have come since {@code before} was read: much fewer, and ids go round too slowly to be used twice. */
    List<ProcessEntry> allBut(List<ProcessEntry> before) throws InjectionException {
        Set<String> known =
                before.stream().map(entry -> Long.toString(entry.pid())).collect(Collectors.toSet());
        List<ProcessEntry> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                String pid = entry.getFileName().toString();
                if (!known.contains(pid)) {
                    find(Long.parseLong(pid)).ifPresent(all::add);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new InjectionException(
                    "the processes of this machine cannot be read from /proc; process faults need" + " Linux", e);
        }
        return all;
    }

    /** Names this boot of the machine: start ticks mean nothing in another one. */
    String boot() throws InjectionException {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            throw new InjectionException("the boot id cannot be read from /proc; process faults need Linux", e);
        }
    }
}
