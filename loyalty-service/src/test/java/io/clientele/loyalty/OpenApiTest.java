package io.clientele.loyalty;

import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.testing.conformance.OpenApiConformance;

@LoyaltyTest
class OpenApiTest extends OpenApiConformance {}
