package dev.musterpoint.bench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.bench.cli.MusterCommand;
import dev.musterpoint.bench.docs.Tutorial.Block;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/tutorial.md word for word from an empty directory. */
class TutorialIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final long LONGEST_SECONDS = 180;

    @TempDir
    Path folder;

    /** A reader's {@code muster}: this build's classes in a JVM of their own. */
    private void makeLauncher() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        String java = String.join("' '", MusterCommand.of());
        Path launcher = Files.writeString(bin.resolve("muster"), "#!/bin/sh\nexec '" + java + "' \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    }

    private String run(String commands) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", commands)
                .directory(folder.resolve("empty").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("MUSTER_"));
        environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        Process process = builder.start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroy();
            throw new AssertionError("did not end: " + commands + Files.readString(said));
        }
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(commands + "\n" + text).isZero();
        return text;
    }

    @AfterEach
    void leaveNoSandbox() throws Exception {
        run("muster sandbox down --all");
    }

    @Test
    void doesWhatItSays() throws Exception {
        makeLauncher();
        Files.createDirectory(folder.resolve("empty"));
        List<Block> blocks = Tutorial.blocks(Files.readString(HOME.resolve("docs/tutorial.md")));
        assertThat(blocks).hasSizeGreaterThan(6);
        for (Block block : blocks) {
            String said = run(block.commands());
            assertThat(said)
                    .as(block.commands() + "\nshown:\n" + block.output())
                    .matches(block.expected());
        }
    }
}
