package io.clientele.violating.orders.api;

import io.clientele.violating.orders.Order;
import java.util.List;

/** A response that carries entities inside. */
public record HoldsAnEntity(List<Order> items) {}
