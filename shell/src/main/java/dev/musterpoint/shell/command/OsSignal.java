package dev.musterpoint.shell.command;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * A handler of one operating system signal, through {@code sun.misc.Signal}, which every JDK has in
 * {@code jdk.unsupported} and no public API replaces. Reached by reflection, for javac warns of its very name.
 */
final class OsSignal implements AutoCloseable {
    private final Object signal;
    private final Object former;

    private OsSignal(Object signal, Object former) {
        this.signal = signal;
        this.former = former;
    }

    /** Runs {@code action} on a thread of its own whenever the signal {@code name} (such as {@code INT}) comes. */
    static OsSignal handle(String name, Runnable action) {
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object signal = signalType.getConstructor(String.class).newInstance(name);
            InvocationHandler invocation = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    action.run();
                    return null;
                }
                return switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "handler of " + name;
                };
            };
            Object handler =
                    Proxy.newProxyInstance(OsSignal.class.getClassLoader(), new Class<?>[] {handlerType}, invocation);
            return new OsSignal(signal, install(signal, handler));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "this Java cannot handle signals, so a drill could not be stopped safely", e);
        }
    }

    private static Object install(Object signal, Object handler) throws ReflectiveOperationException {
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        return signal.getClass()
                .getMethod("handle", signal.getClass(), handlerType)
                .invoke(null, signal, handler);
    }

    @Override
    public void close() {
        try {
            install(signal, former);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot give a signal back", e);
        }
    }
}
