package io.clientele.analytics.segments.rules;

import org.jspecify.annotations.Nullable;

/**
 * Some of a client's activities.
 *
 * @param type activity type
 * @param where which of them, made of {@code and}, {@code or}, {@code not} and {@code attribute}; null = all
 */
public record Matching(String type, @Nullable Rule where) {}
