package dev.musterpoint.drills.codec;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.verdict.Finding;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/** The one mapper: records by their components alone, sealed kinds by name, moments as nanoseconds. */
final class JsonMappers {
    private static final ObjectMapper SHARED = build();

    private JsonMappers() {}

    static ObjectMapper shared() {
        return SHARED;
    }

    private static ObjectMapper build() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .changeDefaultVisibility(visibility -> visibility
                        .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
                        .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE)
                        .withFieldVisibility(JsonAutoDetect.Visibility.ANY))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .addModule(new SimpleModule().addSerializer(String.class, new RedactedText()))
                .addMixIn(Moment.class, MomentForm.class)
                .addMixIn(Params.class, ParamsForm.class)
                .addMixIn(Share.class, ShareForm.class)
                .addMixIn(PolicySnapshot.class, PolicyForm.class);
        sealed(builder, Evidence.class, TypedForm.class);
        sealed(builder, LedgerLine.class, TypedForm.class);
        sealed(builder, Finding.class, TypedForm.class);
        sealed(builder, Objective.class, TypedForm.class);
        sealed(builder, RunbookStep.class, StepForm.class);
        return builder.build();
    }

    private static void sealed(JsonMapper.Builder builder, Class<?> kind, Class<?> form) {
        builder.addMixIn(kind, form);
        for (Class<?> member : kind.getPermittedSubclasses()) {
            builder.registerSubtypes(new NamedType(member, kebab(member.getSimpleName())));
        }
    }

    /** {@code WriteAttempt} is stored as {@code write-attempt}. */
    static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface TypedForm {}

    /** A step's {@code type} is the type of what it does. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
    private interface StepForm {}

    /** Older plans tell whether anything outside a sandbox was allowed, which follows from what was. */
    @JsonIgnoreProperties("outsideSandbox")
    private interface PolicyForm {}

    private abstract static class MomentForm {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        MomentForm(long nanos) {}

        @JsonValue
        abstract long nanos();
    }

    private abstract static class ShareForm {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ShareForm(double value) {}

        @JsonValue
        abstract double value();
    }

    private abstract static class ParamsForm {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ParamsForm(Map<String, Object> values) {}

        @JsonValue
        abstract Map<String, Object> values();
    }
}
