package dev.musterpoint.bench.startup;

/** The least a JVM can do. */
public final class Hello {
    private Hello() {}

    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
