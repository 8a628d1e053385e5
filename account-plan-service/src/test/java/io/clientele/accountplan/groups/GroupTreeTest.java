package io.clientele.accountplan.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTreeTest {

    @Test
    void parentsComeBeforeTheirChildrenWithTheirDepth() {
        GroupTree tree = GroupTree.under("A", List.of(link("C", "B"), link("B", "A"), link("D", "A")));

        assertThat(tree.clientIds()).containsExactly("A", "B", "C", "D");
        assertThat(tree.members()).extracting(Member::depth).containsExactly(0, 1, 2, 1);
    }

    @Test
    void aCircleIsWalkedOnce() {
        GroupTree tree = GroupTree.under("A", List.of(link("B", "A"), link("C", "B"), link("A", "C")));

        assertThat(tree.clientIds()).containsExactly("A", "B", "C");
    }

    @Test
    void aCompanyWithTwoParentsIsCountedOnce() {
        GroupTree tree = GroupTree.under("A", List.of(link("B", "A"), link("C", "A"), link("D", "B"), link("D", "C")));

        assertThat(tree.clientIds()).containsExactlyInAnyOrder("A", "B", "C", "D");
    }

    @Test
    void whatIsNotUnderTheHeadIsNotInTheTree() {
        assertThat(GroupTree.under("B", List.of(link("B", "A"), link("C", "B"), link("E", "D")))
                        .clientIds())
                .containsExactly("B", "C");
    }

    private static Member link(String child, String parent) {
        return new Member(child, parent, new BigDecimal("75"), 0);
    }
}
