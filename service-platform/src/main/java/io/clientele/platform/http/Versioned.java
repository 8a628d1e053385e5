package io.clientele.platform.http;

/** A resource whose every change has a number; its entity tag is that number. */
public interface Versioned {

    /** Moves on with every change. */
    long version();
}
