package dev.musterpoint.shell.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTests {
    @TempDir
    Path here;

    private Path opener(String script) throws IOException {
        Path file = Files.writeString(here.resolve("xdg-open"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void opensWithWhatTheDesktopHas() throws IOException {
        opener("echo \"$1\" > " + here.resolve("opened"));
        Map<String, String> environment = Map.of("DISPLAY", ":0", "PATH", "/nowhere:" + here);

        assertThat(Browser.ofThisMachine(environment).open(Path.of("/r/report.html")))
                .isTrue();
        assertThat(here.resolve("opened")).hasContent("/r/report.html");
    }

    @Test
    void saysWhenItCouldNot() throws IOException {
        assertThat(new Browser(Optional.of(opener("exit 3"))).open(here)).isFalse();
        assertThat(new Browser(Optional.empty()).open(here)).isFalse();
        assertThat(Browser.ofThisMachine(Map.of("PATH", here.toString())).open(here))
                .isFalse();
    }
}
