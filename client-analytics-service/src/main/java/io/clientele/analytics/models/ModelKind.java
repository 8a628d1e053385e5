package io.clientele.analytics.models;

/** How a model scores clients. */
public enum ModelKind {
    /** Recency, frequency and monetary value. */
    RFM("/v1/rfm-models"),
    /** Groups by k-means. */
    CLUSTERING("/v1/clusterings");

    private final String path;

    ModelKind(String path) {
        this.path = path;
    }

    /** Where models of this kind are. */
    public String path() {
        return path;
    }
}
