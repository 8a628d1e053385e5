package io.clientele.contracts.loyalty;

/** How a loyalty programme changed. */
public enum ProgrammeChange {
    /** New terms were approved; they take effect later. */
    TERMS_ANNOUNCED,
    /** Nobody enrols, earns or spends for now. */
    SUSPENDED,
    /** It goes on after a suspension. */
    RESUMED,
    /** Members spend until a day, and no longer earn. */
    WINDING_DOWN,
    /** It is over; points that were left ended. */
    CLOSED
}
