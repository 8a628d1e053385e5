package io.clientele.analytics.lists;

import java.util.UUID;

/** Fired within the transaction in which a version of a list comes into force, after its rows are written. */
public record ListUploaded(UUID listId) {}
