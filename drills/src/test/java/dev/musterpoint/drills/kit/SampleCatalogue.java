package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.ConditionSpec;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spec.WorkloadSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Condition;
import dev.musterpoint.drills.spi.ConditionProvider;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.InjectorProvider;
import dev.musterpoint.drills.spi.OutputTypes;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.ProbeProvider;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.Providers;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.StepProvider;
import dev.musterpoint.drills.spi.SystemProvider;
import dev.musterpoint.drills.spi.TargetResolver;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.drills.spi.UndoSink;
import dev.musterpoint.drills.spi.Workload;
import dev.musterpoint.drills.spi.WorkloadProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A catalogue for tests of reading and planning: its providers declare types and describe systems, and can run nothing.
 * Systems of type {@code sandbox} have the members {@code primary} and {@code standby}; {@code postgres} is outside.
 */
public final class SampleCatalogue {
    private static final List<String> DATABASES = List.of("sandbox", "postgres");

    private SampleCatalogue() {}

    public static Catalogue create() {
        Catalogue catalogue = Catalogue.of(
                Providers.of(List.of(new Faults())),
                Providers.of(List.of(new Probes())),
                Providers.of(List.of(new Workloads())),
                Providers.of(List.of(new SystemTypes())),
                Providers.of(List.of(new Steps())));
        return catalogue.withConditions(Providers.of(List.of(new Conditions())));
    }

    private static Parameter text(String name) {
        return Parameter.optional(name, ParameterType.TEXT, "none", "the " + name);
    }

    private static Parameter optional(String name, ParameterType type) {
        return Parameter.optional(name, type, "none", "the " + name);
    }

    private static Parameter required(String name) {
        return Parameter.required(name, ParameterType.TEXT, "the " + name);
    }

    private static UnsupportedOperationException declaresOnly() {
        return new UnsupportedOperationException("the sample catalogue declares types and runs nothing");
    }

    private static final class Faults implements InjectorProvider {
        @Override
        public List<TypeInfo> types() {
            return List.of(
                    new TypeInfo(
                            "process/kill",
                            "kills a process",
                            List.of(Parameter.choice("scope", List.of("process", "tree"), "process", "what is killed")),
                            List.of(
                                    text("member"),
                                    optional("pid", ParameterType.INTEGER),
                                    optional("pidFile", ParameterType.FILE)),
                            DATABASES,
                            List.of(),
                            UndoKind.NONE),
                    new TypeInfo(
                            "noop",
                            "does nothing",
                            List.of(),
                            List.of(text("member")),
                            List.of(),
                            List.of(),
                            UndoKind.NONE));
        }

        @Override
        public FaultInjector injector(String type, Toolbox toolbox) {
            throw declaresOnly();
        }

        @Override
        public TargetResolver resolver(String type) {
            return Faults::resolve;
        }

        /** {@code member: all} selects every member; {@code member: elsewhere} cannot be resolved. */
        private static List<Target> resolve(FaultSpec fault, Optional<SystemFacts> system) throws InjectionException {
            String wanted = fault.target().text("member", "all");
            if (wanted.equals("elsewhere")) {
                throw new InjectionException("the member 'elsewhere' cannot be looked up");
            }
            SystemFacts facts = system.orElseThrow();
            List<Target> targets = new ArrayList<>();
            for (SystemFacts.Member member : facts.members()) {
                if (wanted.equals("all") || wanted.equals(member.name())) {
                    targets.add(new Target(
                            facts.name() + "/" + member.name(),
                            "processes",
                            facts.name(),
                            facts.members().size(),
                            facts.sandbox(),
                            Map.of("member", member.name())));
                }
            }
            return targets;
        }
    }

    private static final class Probes implements ProbeProvider {
        @Override
        public List<TypeInfo> types() {
            return List.of(
                    TypeInfo.of("sql", "writes and reads a row", List.of(), DATABASES),
                    TypeInfo.of("http", "asks a page", httpParameters(), List.of()));
        }

        private static List<Parameter> httpParameters() {
            Parameter body = Parameter.mapping("body", "any", "the body", List.of(text("pointer"), text("equals")));
            return List.of(
                    required("url"),
                    optional("headers", ParameterType.SECRET_MAP),
                    Parameter.mapping(
                            "expect", "200", "what is good", List.of(optional("status", ParameterType.RANGES), body)));
        }

        @Override
        public List<String> problems(Params params) {
            return params.text("url", "http:").startsWith("http") ? List.of() : List.of("'url' must begin with http");
        }

        @Override
        public Probe probe(ProbeSpec spec, Toolbox toolbox) {
            throw declaresOnly();
        }

        @Override
        public FailureMode failureMode(String type) {
            return type.equals("http") ? FailureMode.PARTIAL : FailureMode.TOTAL;
        }

        @Override
        public int inFlight(String type) {
            return type.equals("http") ? 64 : 16;
        }
    }

    private static final class Workloads implements WorkloadProvider {
        @Override
        public List<TypeInfo> types() {
            return List.of(TypeInfo.of(
                    "sql",
                    "writes rows",
                    List.of(
                            required("table"),
                            optional("writers", ParameterType.INTEGER),
                            optional("rate", ParameterType.RATE)),
                    DATABASES));
        }

        @Override
        public Workload workload(WorkloadSpec spec, Toolbox toolbox) {
            throw declaresOnly();
        }

        @Override
        public UndoHandler undo(String type, Toolbox toolbox) {
            throw declaresOnly();
        }
    }

    private static final class SystemTypes implements SystemProvider {
        @Override
        public List<TypeInfo> types() {
            return List.of(
                    TypeInfo.of(
                            "sandbox",
                            "a system that the run makes",
                            List.of(
                                    required("name"),
                                    Parameter.choice(
                                            "replication", List.of("async", "sync", "delayed"), "async", "how"),
                                    optional("delay", ParameterType.DURATION)),
                            List.of()),
                    TypeInfo.of(
                            "postgres",
                            "a PostgreSQL server",
                            List.of(
                                    required("url"),
                                    text("user"),
                                    optional("password", ParameterType.SECRET),
                                    optional("tls", ParameterType.BOOLEAN),
                                    optional("reserve", ParameterType.SHARE),
                                    optional("hosts", ParameterType.TEXT_LIST),
                                    optional("labels", ParameterType.TEXT_MAP)),
                            List.of()),
                    TypeInfo.of("toxiproxy", "a proxy", List.of(required("url")), List.of()));
        }

        @Override
        public SystemFacts describe(SystemSpec spec) {
            boolean sandbox = spec.type().equals("sandbox");
            if (sandbox && !spec.params().text("name").equals("postgres-pair")) {
                throw new IllegalArgumentException(
                        "there is no sandbox '" + spec.params().text("name") + "'");
            }
            List<SystemFacts.Member> members =
                    List.of(new SystemFacts.Member("primary", Map.of()), new SystemFacts.Member("standby", Map.of()));
            return new SystemFacts(
                    spec.name(), spec.type(), sandbox, Map.of(), spec.type().equals("toxiproxy") ? List.of() : members);
        }

        @Override
        public Optional<UndoRecord> prepare(SystemSpec spec, Toolbox toolbox) {
            throw declaresOnly();
        }

        @Override
        public SystemFacts open(SystemSpec spec, Toolbox toolbox, UndoSink undo, Cancellation cancellation) {
            throw declaresOnly();
        }

        @Override
        public UndoHandler undo(String type, Toolbox toolbox) {
            throw declaresOnly();
        }
    }

    private static final class Conditions implements ConditionProvider {
        @Override
        public List<TypeInfo> types() {
            Parameter role = new Parameter(
                    "is", ParameterType.TEXT, true, List.of("primary", "standby"), Optional.empty(), "the role");
            Parameter state = new Parameter(
                    "is", ParameterType.TEXT, true, List.of("good", "failing"), Optional.empty(), "the state");
            return List.of(
                    TypeInfo.of("postgres/role", "asks a server its role", List.of(text("member"), role), DATABASES),
                    TypeInfo.of("probe/state", "asks how a probe is", List.of(required("probe"), state), List.of()));
        }

        @Override
        public Condition condition(ConditionSpec spec, Toolbox toolbox, ProbeStates probes) {
            throw declaresOnly();
        }
    }

    private static final class Steps implements StepProvider {
        @Override
        public List<TypeInfo> types() {
            return List.of(
                    TypeInfo.of(
                            "wait-for",
                            "waits for a probe",
                            List.of(
                                    required("probe"),
                                    Parameter.choice("state", List.of("good", "bad"), "good", "what is waited for"),
                                    optional("count", ParameterType.INTEGER)),
                            List.of()),
                    TypeInfo.of(
                            "sql",
                            "runs a statement",
                            List.of(
                                    text("member"),
                                    Parameter.required("query", ParameterType.STATEMENT, "the query"),
                                    text("expect"),
                                    optional("write", ParameterType.BOOLEAN)),
                            DATABASES),
                    TypeInfo.of(
                            "command",
                            "runs a program",
                            List.of(Parameter.required("run", ParameterType.PROGRAM, "the program")),
                            List.of()),
                    TypeInfo.of("postgres/rejoin", "brings a member back", List.of(required("member")), DATABASES),
                    TypeInfo.of("postgres/demote", "stops a primary", List.of(required("member")), DATABASES),
                    TypeInfo.of("postgres/caught-up", "waits for a standby", List.of(required("member")), DATABASES),
                    TypeInfo.of("postgres/promote", "promotes a standby", List.of(required("member")), DATABASES));
        }

        @Override
        public OutputTypes outputs(String type) {
            return switch (type) {
                case "sql" -> new OutputTypes(Map.of(), List.of(text("column")));
                case "command" -> new OutputTypes(Map.of(), List.of(text("pointer"), text("lineAfter")));
                case "postgres/promote" -> new OutputTypes(Map.of("host", "the host", "port", "the port"), List.of());
                default -> OutputTypes.NONE;
            };
        }

        @Override
        public StepExecutor executor(String type, Toolbox toolbox) {
            throw declaresOnly();
        }
    }
}
