package io.clientele.platform.caller;

/** How far a caller may look; the widest reach of the caller's roles counts. */
public enum Reach {
    /** No client at all. */
    NONE,
    /** The caller's own client record only. */
    CLIENT,
    /** Own clients, those of led teams, and those whose access was given. */
    BOOK,
    /** Every client. */
    ALL
}
