package io.clientele.accountplan.rates;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** Which currency's rate of which day. */
@Embeddable
record RateId(String currency, @Column(name = "quoted_on") LocalDate quotedOn) {}
