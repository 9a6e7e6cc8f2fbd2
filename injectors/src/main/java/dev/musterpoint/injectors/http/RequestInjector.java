package dev.musterpoint.injectors.http;

import dev.musterpoint.connections.http.WebAnswer;
import dev.musterpoint.connections.http.WebClient;
import dev.musterpoint.connections.http.WebRequest;
import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Makes a fault with one request and undoes it with another, which stands whole in the undo record. */
final class RequestInjector implements FaultInjector {
    private static final JsonCodec<Params> CODEC = JsonCodec.lines(Params.class);
    /** How long a request whose sender died may still be on its way. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(3);

    private static final Duration MOMENT = Duration.ofSeconds(10);

    private final Toolbox toolbox;
    private final WebClient client;

    RequestInjector(Toolbox toolbox) {
        this.toolbox = toolbox;
        this.client = new WebClient(toolbox.redactor());
    }

    @Override
    public UndoRecord prepare(PlannedFault fault, Target target) {
        Params undo = fault.spec().params().nested(RequestInjectorProvider.UNDO);
        Params residue = fault.spec().params().nested(RequestInjectorProvider.RESIDUE);
        return UndoRecord.of(
                fault,
                target,
                toolbox.ownerMark(fault),
                UndoKind.AUTO,
                Map.of(RequestInjectorProvider.UNDO, written(undo), RequestInjectorProvider.RESIDUE, written(residue)),
                "send " + WebRequest.of(undo).summary() + " as the drill's 'undo' has it");
    }

    @Override
    public void inject(PlannedFault fault, Target target, Injection injection) throws InjectionException {
        WebRequest apply = WebRequest.of(fault.spec().params().nested(RequestInjectorProvider.APPLY));
        injection.begins();
        require(apply, send(apply, injection.cancellation()));
    }

    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        WebRequest request = read(undo, RequestInjectorProvider.UNDO);
        require(request, send(request, new Cancellation()));
    }

    @Override
    public Residue inspect(UndoRecord undo) throws InjectionException {
        WebRequest request = read(undo, RequestInjectorProvider.RESIDUE);
        WebAnswer answer = send(request, new Cancellation());
        String said = request.summary() + " was answered with " + answer.summary();
        return answer.expected() ? Residue.none(said) : Residue.left(said);
    }

    @Override
    public Duration inFlight() {
        return IN_FLIGHT;
    }

    /** No longer than its requests may take, and a moment for the rest. */
    @Override
    public Duration longest(UndoRecord undo) {
        return Stream.of(RequestInjectorProvider.UNDO, RequestInjectorProvider.RESIDUE)
                .map(key -> read(undo, key).timeout())
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other)
                .plus(MOMENT);
    }

    private static void require(WebRequest request, WebAnswer answer) throws InjectionException {
        if (!answer.expected()) {
            throw new InjectionException(
                    request.summary() + " was answered with " + answer.summary() + ", which was not expected");
        }
    }

    private WebAnswer send(WebRequest request, Cancellation cancellation) throws InjectionException {
        try {
            return client.send(request, cancellation);
        } catch (IOException | TimeoutException e) {
            throw new InjectionException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InjectionException(request.summary() + " was interrupted", e);
        }
    }

    private static String written(Params request) {
        return new String(CODEC.encode(request), StandardCharsets.UTF_8);
    }

    private static WebRequest read(UndoRecord undo, String key) {
        byte[] json = undo.data().get(key).getBytes(StandardCharsets.UTF_8);
        return WebRequest.of(CODEC.decode(json, "undo " + undo.id() + ", " + key));
    }
}
