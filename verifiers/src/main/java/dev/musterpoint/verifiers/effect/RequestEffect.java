package dev.musterpoint.verifiers.effect;

import dev.musterpoint.connections.http.WebAnswer;
import dev.musterpoint.connections.http.WebClient;
import dev.musterpoint.connections.http.WebRequest;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.EffectInspector;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.EffectProvider;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Sees the effect of {@code http/request} by the request that the drill names for it. */
public final class RequestEffect implements EffectProvider {
    @Override
    public Set<String> faultTypes() {
        return Set.of("http/request");
    }

    @Override
    public EffectInspector inspector(String faultType, Toolbox toolbox) {
        WebClient client = new WebClient(toolbox.redactor());
        return (fault, target) -> {
            WebRequest effect = WebRequest.of(fault.spec().params().nested("effect"));
            return () -> read(effect, client);
        };
    }

    private static Reading read(WebRequest effect, WebClient client) throws InjectionException {
        try {
            WebAnswer answer = client.send(effect, new Cancellation());
            return new Reading(answer.expected(), effect.summary() + " was answered with " + answer.summary());
        } catch (IOException | TimeoutException e) {
            throw new InjectionException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InjectionException(effect.summary() + " was interrupted", e);
        }
    }
}
