package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.SystemFacts.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The two servers of a sandbox by name, for steps that own what they act on. */
final class Members {
    private Members() {}

    /** @throws IllegalArgumentException naming the members there are, when {@code name} is none of them */
    static Member get(SystemFacts facts, String name) {
        return facts.member(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "system '" + facts.name() + "' has no member '" + name + "'; it has "
                                + facts.members().stream().map(Member::name).toList()));
    }

    static Member other(SystemFacts facts, Member one) {
        return facts.members().stream()
                .filter(member -> !member.name().equals(one.name()))
                .findFirst()
                .orElseThrow();
    }

    static Connection connect(SystemFacts facts, Member member) throws IOException, SQLException {
        Properties login = new Properties();
        login.setProperty("user", facts.facts().get("user"));
        login.setProperty(
                "password",
                Files.readString(Path.of(facts.facts().get("passwordFile"))).strip());
        login.setProperty("loginTimeout", "5");
        String url = "jdbc:postgresql://" + member.facts().get("host") + ":" + port(member) + "/"
                + facts.facts().get("database");
        return DriverManager.getConnection(url, login);
    }

    static int port(Member member) {
        return Integer.parseInt(member.facts().get("port"));
    }
}
