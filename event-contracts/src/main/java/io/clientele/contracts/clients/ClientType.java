package io.clientele.contracts.clients;

/** What kind of legal subject a client is. */
public enum ClientType {
    /** A natural person. */
    PERSON,
    /** A company or any other organisation. */
    COMPANY
}
