package io.clientele.contracts.accountplans;

/** What has to be in place before a bid. */
public enum PrerequisiteKind {
    /** A credit facility is approved. */
    FACILITY,
    /** The know-your-customer check is done. */
    KYC,
    /** The key contacts of a country were met. */
    CONTACTS,
    /** Anything else. */
    OTHER
}
