package dev.musterpoint.shell.command;

import dev.musterpoint.drills.codec.Nearest;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.shell.sandbox.KeptSandbox;
import dev.musterpoint.shell.sandbox.KeptSandboxes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a kept sandbox answers to the questions of a template, as if it were a system of one's own. */
final class SandboxAnswers {
    private SandboxAnswers() {}

    /** The answers of the sandbox {@code id}. @throws CommandFailure when it is not up */
    static Map<String, String> of(KeptSandboxes sandboxes, String id) {
        List<RunDirectory> there = sandboxes.list();
        SystemFacts facts = there.stream()
                .filter(each -> each.runId().equals(id))
                .findFirst()
                .flatMap(sandboxes::read)
                .flatMap(KeptSandbox::facts)
                .orElseThrow(() -> missing(id, there));
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("url", facts.facts().get("jdbcUrl"));
        answers.put("user", facts.facts().get("user"));
        answers.put("password", "file:" + facts.facts().get("passwordFile"));
        facts.member("primary").ifPresent(member -> answers.put("process", pidFile(member)));
        facts.member("standby").ifPresent(member -> answers.put("standby", address(member)));
        return answers;
    }

    private static String pidFile(SystemFacts.Member member) {
        return Path.of(member.facts().get("dataDirectory"), "postmaster.pid").toString();
    }

    private static String address(SystemFacts.Member member) {
        return member.facts().get("host") + ":" + member.facts().get("port");
    }

    private static CommandFailure missing(String id, List<RunDirectory> there) {
        List<String> ids = there.stream().map(RunDirectory::runId).toList();
        return new CommandFailure(
                ExitCode.USAGE,
                "no sandbox '" + id + "' is up" + Nearest.hint(id, ids, "there are")
                        + "; 'muster sandbox up postgres-pair' starts one");
    }
}
