package io.clientele.contracts.clients;

/** The sex of a person as recorded by the bank; absent when not known (ISO/IEC 5218). */
public enum Sex {
    /** Female. */
    FEMALE,
    /** Male. */
    MALE,
    /** Recorded as neither. */
    OTHER
}
