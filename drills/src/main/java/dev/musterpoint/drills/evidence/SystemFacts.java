package dev.musterpoint.drills.evidence;

import dev.musterpoint.drills.spec.Checks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a named system of a drill turned out to be. Holds no secret: {@code facts} may name where one is found.
 *
 * @param name    the name in the drill
 * @param type    its registered type
 * @param sandbox whether the run made it and will remove it
 * @param facts   what clients need (a JDBC URL, a user, where the password is found)
 * @param members its processes or nodes
 */
public record SystemFacts(String name, String type, boolean sandbox, Map<String, String> facts, List<Member> members) {
    public SystemFacts {
        Checks.text(name, "system name");
        Checks.text(type, "system type");
        facts = Checks.ordered(facts);
        members = List.copyOf(members);
    }

    public Optional<Member> member(String memberName) {
        return members.stream().filter(m -> m.name().equals(memberName)).findFirst();
    }

    /**
     * One process or node of a system.
     *
     * @param name  its name ({@code primary}); stays the same whatever role it comes to play
     * @param facts pid, start time, host, port and so on
     */
    public record Member(String name, Map<String, String> facts) {
        public Member {
            Checks.text(name, "member name");
            facts = Checks.ordered(facts);
        }
    }
}
