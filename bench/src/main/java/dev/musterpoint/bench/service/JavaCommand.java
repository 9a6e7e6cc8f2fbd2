package dev.musterpoint.bench.service;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command that starts a class of this build in a process of its own, with the options of the launcher. */
public final class JavaCommand {
    private JavaCommand() {}

    public static List<String> of(Class<?> main, String... arguments) {
        return with(List.of(), main, arguments);
    }

    /** @param options of the JVM, besides those that all have */
    public static List<String> with(List<String> options, Class<?> main, String... arguments) {
        // The jars first, for a class archive holds only where the class path begins with what it was made from.
        String classPath = Stream.concat(jars(), entries().filter(entry -> !isJar(entry)))
                .collect(Collectors.joining(File.pathSeparator));
        return command(options, classPath, main, arguments);
    }

    /** With nothing but jars on the class path. */
    public static List<String> ofJars(List<String> options, Class<?> main) {
        return command(options, jars().collect(Collectors.joining(File.pathSeparator)), main);
    }

    private static List<String> command(List<String> options, String classPath, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Stream<String> jars() {
        return entries().filter(JavaCommand::isJar);
    }

    private static Stream<String> entries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static boolean isJar(String entry) {
        return Files.isRegularFile(Path.of(entry));
    }
}
