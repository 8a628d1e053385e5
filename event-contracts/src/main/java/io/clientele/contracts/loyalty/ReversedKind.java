package io.clientele.contracts.loyalty;

/** What kind of transaction was reversed. */
public enum ReversedKind {
    /** An earning: the member loses points. */
    EARNING,
    /** A redemption: the member gets points back. */
    REDEMPTION
}
