package dev.musterpoint.shell;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.musterpoint.drills.engine.SystemRunClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the architecture, over the classes of all modules. The shell sees them all. */
class ArchitectureTests {
    private static final String ROOT = "dev.musterpoint.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.musterpoint");

    /** What each module may see besides itself. The shell may see all. */
    private static final Map<String, List<String>> MODULES = modules();

    /** The packages of drills, each seeing only those before it. */
    private static final List<String> DRILLS =
            List.of("spec", "plan", "evidence", "verdict", "spi", "codec", "planning", "journal", "recovery", "engine");

    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.time.InstantSource.system",
            "java.util.Date.<init>");

    private static Map<String, List<String>> modules() {
        Map<String, List<String>> allowed = new LinkedHashMap<>();
        allowed.put("drills", List.of());
        allowed.put("connections", List.of("drills"));
        allowed.put("injectors", List.of("drills", "connections"));
        allowed.put("verifiers", List.of("drills", "connections"));
        allowed.put("runbooks", List.of("drills", "connections"));
        allowed.put("reports", List.of("drills"));
        allowed.put("sandbox", List.of("drills"));
        allowed.put("programme", List.of("drills"));
        return allowed;
    }

    private static String in(String module) {
        return ROOT + module + "..";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"drills", "connections", "injectors", "verifiers", "runbooks", "reports", "sandbox", "programme"
            })
    void everyModuleIsLookedAt(String module) {
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().startsWith(ROOT + module)))
                .as("classes of %s on the class path", module)
                .isNotEmpty();
    }

    @Test
    void modulesSeeOnlyWhatTheyMay() {
        List<String> all = new ArrayList<>(MODULES.keySet());
        all.add("shell");
        all.add("bench");
        MODULES.forEach((module, allowed) -> {
            String[] forbidden = all.stream()
                    .filter(other -> !other.equals(module) && !allowed.contains(other))
                    .map(ArchitectureTests::in)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(in(module))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .because("leaves never see each other: what breaks a system must not also grade it")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        });
    }

    @Test
    void packagesOfDrillsSeeOnlyThoseToTheirLeft() {
        for (int i = 0; i < DRILLS.size() - 1; i++) {
            String[] later = DRILLS.subList(i + 1, DRILLS.size()).stream()
                    .map(name -> in("drills." + name))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(in("drills." + DRILLS.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .because("each stage knows nothing of what stands to its right")
                    .check(CLASSES);
        }
    }

    @Test
    void everyPackageOfDrillsHasItsPlaceInTheOrder() {
        assertThat(CLASSES.stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> name.startsWith(ROOT + "drills."))
                        .map(name -> name.substring((ROOT + "drills.").length())))
                .isSubsetOf(DRILLS);
    }

    @Test
    void onlyTheSystemClockReadsTheTime() {
        noClasses()
                .that(not(equivalentTo(SystemRunClock.class)))
                .should()
                .accessTargetWhere(describe("it reads the time", ArchitectureTests::readsTheTime))
                .because(
                        "a clock is given and never taken: what reads the time itself cannot be tested in virtual time")
                .check(CLASSES);
    }

    /** References such as {@code Instant::now} count like calls. */
    private static boolean readsTheTime(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return CLOCKS.contains(owner + "." + access.getName())
                || (owner.startsWith("java.time.") && access.getName().equals("now"));
    }

    @Test
    void onlyTheCodecsKnowJackson() {
        noClasses()
                .that(not(resideInAnyPackage(in("drills.codec"), in("reports.json"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml..")
                .because("how values look as text is the codec's alone")
                .check(CLASSES);
    }

    @Test
    void onlyTheCodecKnowsYaml() {
        noClasses()
                .that(not(resideInAPackage(in("drills.codec"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.snakeyaml..", "org.yaml..")
                .because("files are read strictly, in one place")
                .check(CLASSES);
    }

    @Test
    void onlyPackagesOfKubernetesKnowItsClient() {
        noClasses()
                .that(not(resideInAnyPackage(
                        in("connections.kubernetes"),
                        in("injectors.kubernetes"),
                        ROOT + "verifiers..kubernetes..",
                        in("sandbox.kubernetes"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.fabric8..")
                .because("a drill without a cluster loads no client of one")
                .check(CLASSES);
    }

    @Test
    void onlyTheShellSpeaksToTheTerminal() {
        noClasses()
                .that(not(resideInAPackage(in("shell"))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("everything else logs or returns what it has to say")
                .check(CLASSES);
    }

    @Test
    void packagesOfInjectorsDoNotImportEachOther() {
        slices().matching(ROOT + "injectors.(*)..")
                .should()
                .notDependOnEachOther()
                .because("a fault type comes and goes with its package")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatLivesThere() throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path file : sources()) {
            Path info = file.resolveSibling("package-info.java");
            if (!Files.exists(info)) {
                silent.add(file.getParent());
            }
        }
        assertThat(silent).as("packages without package-info.java").isEmpty();
    }

    @Test
    void noFileIsLongerThanFourHundredLines() throws IOException {
        for (Path file : sources()) {
            assertThat(Files.readAllLines(file).size()).as("lines of %s", file).isLessThanOrEqualTo(400);
        }
    }

    /** The production sources of all modules; the tests run in their module's folder. */
    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of("..").toRealPath())) {
            for (Path module : modules.toList()) {
                Path main = module.resolve("src/main/java");
                if (Files.isDirectory(main)) {
                    try (Stream<Path> files = Files.walk(main)) {
                        found.addAll(files.filter(file -> file.toString().endsWith(".java"))
                                .toList());
                    }
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(100);
        return found;
    }
}
