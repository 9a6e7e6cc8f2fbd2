package dev.musterpoint.bench.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Secrets planted under names, and the search for them, in every form that this class knows by itself. */
final class Plants {
    private final Map<String, String> secrets = new LinkedHashMap<>();

    /** A secret of its own for {@code name}, with characters that encodings change. It is made to be found, not kept. */
    String plant(String name) {
        return plant(name, "Pl4nt/+" + Integer.toHexString(name.hashCode()) + "&=%" + name.length() + "\"z");
    }

    String plant(String name, String secret) {
        secrets.put(name, secret);
        return secret;
    }

    String get(String name) {
        return secrets.get(name);
    }

    /** Every form of a secret, for servers that repeat it in all. */
    static List<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return List.of(
                secret,
                base64(secret),
                base64("user:" + secret),
                base64("me:" + secret),
                base64("u:" + secret),
                base64(secret).replace('+', '-').replace('/', '_'),
                hex,
                hex.toUpperCase(Locale.ROOT),
                url,
                url.toLowerCase(Locale.ROOT),
                secret.replace("\"", "\\\""),
                secret.replace("&", "&amp;").replace("\"", "&quot;"));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Which secrets, in which form, stand in {@code bytes}; {@code where} is for the message. */
    List<String> in(String where, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        secrets.forEach((name, secret) -> forms(secret).stream()
                .filter(form -> text.contains(core(form)))
                .forEach(form -> found.add(where + ": the secret of " + name + " as " + core(form))));
        return found;
    }

    /** Without the ends, which in Base64 depend on what stands beside. */
    private static String core(String form) {
        return form.length() > 24 ? form.substring(form.length() / 2 - 6, form.length() / 2 + 8) : form;
    }

    /** The same for every file below {@code folder}, packed ones unpacked, and for the files' names. */
    List<String> below(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.addAll(in(file.toString(), content(file)));
                found.addAll(in("name of " + file, file.toString().getBytes(StandardCharsets.UTF_8)));
            }
        }
        return found;
    }

    private static byte[] content(Path file) throws IOException {
        byte[] bytes = bytes(file);
        boolean packed = bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
        return packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
    }

    /** A lock that a watchdog let go of meanwhile is gone, and tells nothing. */
    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }
}
