package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTests {
    @TempDir
    Path folder;

    @Test
    void digestsTheBytesItRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "abc");

        SourceFile source = SourceFile.read(file);

        assertThat(source.name()).isEqualTo(file.toString());
        assertThat(source.text()).isEqualTo("abc");
        assertThat(source.digest()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> SourceFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(DrillFileException.class)
                .hasMessage(folder.resolve("none.yaml") + ": there is no such file");
    }

    @Test
    void refusesADirectory() {
        assertThatThrownBy(() -> SourceFile.read(folder))
                .isInstanceOf(DrillFileException.class)
                .hasMessage(folder + ": the file cannot be read: it is a directory");
    }

    @Test
    void refusesADeviceBeforeReadingIt() {
        assertThatThrownBy(() -> SourceFile.read(Path.of("/dev/zero")))
                .isInstanceOf(DrillFileException.class)
                .hasMessage("/dev/zero: the file cannot be read: it is no regular file");
    }

    @Test
    void refusesMoreThanOneMebibyte() throws IOException {
        Path file = Files.write(folder.resolve("big.yaml"), new byte[SourceFile.MOST_BYTES + 1]);

        assertThatThrownBy(() -> SourceFile.read(file))
                .isInstanceOf(DrillFileException.class)
                .hasMessage(file + ": the file is larger than 1 MiB; a drill file is a few kilobytes");
    }

    @Test
    void takesOneMebibyte() {
        byte[] largest = " ".repeat(SourceFile.MOST_BYTES).getBytes(StandardCharsets.UTF_8);

        assertThat(SourceFile.of("largest", largest).text()).hasSize(SourceFile.MOST_BYTES);
    }

    @Test
    void saysWhereTheTextStopsBeingUtf8() {
        byte[] latin = "a: b\ntitle: über\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> SourceFile.of("latin.yaml", latin))
                .isInstanceOf(DrillFileException.class)
                .hasMessage("latin.yaml:2:8: the file is not UTF-8 text from here on; save it as UTF-8");
    }

    @Test
    void refusesACharacterCutInTheMiddle() {
        byte[] cut = {'a', ':', ' ', (byte) 0xc3};

        assertThatThrownBy(() -> SourceFile.of("cut.yaml", cut)).isInstanceOf(DrillFileException.class);
    }
}
