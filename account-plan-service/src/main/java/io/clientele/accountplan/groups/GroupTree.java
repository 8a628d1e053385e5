package io.clientele.accountplan.groups;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A group as a tree, each company once: a link that would close a circle, or give a company a second parent, is left out.
 *
 * @param members the head first, every company after its parent, children in the order of their numbers
 */
public record GroupTree(List<Member> members) {

    public GroupTree {
        members = List.copyOf(members);
    }

    /**
     * The group under {@code head}.
     *
     * @param links children with their parents, in any order
     */
    static GroupTree under(String head, List<Member> links) {
        Map<String, Map<String, Member>> children = new HashMap<>();
        links.forEach(link -> children.computeIfAbsent(String.valueOf(link.parentId()), parent -> new TreeMap<>())
                .putIfAbsent(link.clientId(), link));
        List<Member> members = new ArrayList<>();
        add(new Member(head, null, null, 0), children, members, new HashSet<>());
        return new GroupTree(members);
    }

    /** The client numbers, each once. */
    public List<String> clientIds() {
        return members.stream().map(Member::clientId).toList();
    }

    private static void add(
            Member member, Map<String, Map<String, Member>> children, List<Member> members, Set<String> seen) {
        if (!seen.add(member.clientId())) {
            return;
        }
        members.add(member);
        children.getOrDefault(member.clientId(), Map.of())
                .values()
                .forEach(child -> add(
                        new Member(child.clientId(), member.clientId(), child.ownership(), member.depth() + 1),
                        children,
                        members,
                        seen));
    }
}
