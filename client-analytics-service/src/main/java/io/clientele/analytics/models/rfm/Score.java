package io.clientele.analytics.models.rfm;

/** The three scores of a client, each from 1 to the number of bins; the highest is the latest, the most often, the most. */
public record Score(int recency, int frequency, int monetary) {}
