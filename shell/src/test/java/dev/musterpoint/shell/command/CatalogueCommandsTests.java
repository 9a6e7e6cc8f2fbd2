package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.TypeInfo;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueCommandsTests {
    @TempDir
    Path here;

    @ParameterizedTest
    @EnumSource(TypeKind.class)
    void listsEveryTypeOfAKind(TypeKind kind) {
        Typed typed = Typed.in(here, kind.word(), "list");

        assertThat(typed.code()).isZero();
        assertThat(kind.infos(Catalogue.load())).isNotEmpty().allSatisfy(info -> assertThat(typed.out())
                .contains(info.type(), info.summary()));
    }

    @ParameterizedTest
    @EnumSource(TypeKind.class)
    void showsEveryParameterOfEveryType(TypeKind kind) {
        for (TypeInfo info : kind.infos(Catalogue.load())) {
            Typed typed = Typed.in(here, kind.word(), "show", info.type());

            assertThat(typed.code()).isZero();
            assertThat(typed.out()).contains(info.type(), info.summary());
            assertThat(info.systems())
                    .allSatisfy(system -> assertThat(typed.out()).contains(system));
            assertThat(info.parameters()).extracting(Parameter::name).allSatisfy(name -> assertThat(typed.out())
                    .contains(name));
            assertThat(info.targetParameters())
                    .extracting(Parameter::description)
                    .allSatisfy(description -> assertThat(typed.out()).contains(description));
        }
    }

    @Test
    void showsHowAFaultIsUndone() {
        assertThat(Typed.in(here, "fault", "show", "process/kill").out())
                .contains("undone: nothing of it stays behind", "parameters under 'target:'", "member");
    }

    @Test
    void printsATypeForMachines() {
        assertThat(Typed.in(here, "step", "show", "postgres/promote", "-o", "json")
                        .out())
                .startsWith("{")
                .contains("\"type\" : \"postgres/promote\"");
    }

    @Test
    void namesTheTypeThatWasMeant() {
        Typed typed = Typed.in(here, "fault", "show", "proces/kill");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains("there is no fault type 'proces/kill'; did you mean 'process/kill'?");
    }

    @Test
    void namesTheCommandThatWasMeant() {
        assertThat(Typed.in(here, "fault", "lsit").err()).contains("did you mean 'list'?");
    }
}
