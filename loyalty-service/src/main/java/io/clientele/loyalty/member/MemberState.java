package io.clientele.loyalty.member;

/** How a membership stands. */
public enum MemberState {
    /** Earns and spends. */
    ACTIVE,
    /** Neither earns nor spends; points stay and go on expiring. */
    SUSPENDED,
    /** Gone for good; points stay on the books and go on expiring. */
    LEFT
}
