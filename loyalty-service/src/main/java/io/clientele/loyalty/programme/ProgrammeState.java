package io.clientele.loyalty.programme;

/** The life of a programme. */
public enum ProgrammeState {
    /** Being written; nobody sees it as a programme yet. */
    DRAFT,
    /** The first version waits for approval. */
    IN_REVIEW,
    /** Members enrol, earn and spend. */
    ACTIVE,
    /** Nobody enrols, earns or spends; points stay and go on expiring. */
    SUSPENDED,
    /** Members spend and no longer earn. */
    WINDING_DOWN,
    /** Over. */
    CLOSED
}
