package io.clientele.stack;

/** The launcher cannot do what was asked; the message says why and what to do, and is all the user sees. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
