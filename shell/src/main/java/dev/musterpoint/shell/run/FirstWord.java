package dev.musterpoint.shell.run;

/** The one line that a {@link DetachedJvm} says to the process that started it; after that it is silent. */
public final class FirstWord {
    private FirstWord() {}

    public static void say(String line) {
        System.out.println(line);
        System.out.flush();
        System.out.close();
    }
}
