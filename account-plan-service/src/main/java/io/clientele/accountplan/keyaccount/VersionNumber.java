package io.clientele.accountplan.keyaccount;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A version of a model, from 1. */
@Embeddable
record VersionNumber(@Column(name = "model_id") UUID modelId, int number) {}
