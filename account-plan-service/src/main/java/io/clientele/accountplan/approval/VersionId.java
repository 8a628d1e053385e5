package io.clientele.accountplan.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * Which version of which plan.
 *
 * @param number from 1
 */
@Embeddable
record VersionId(@Column(name = "plan_id") UUID planId, int number) {}
