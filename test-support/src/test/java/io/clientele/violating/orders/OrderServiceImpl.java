package io.clientele.violating.orders;

/** Named for its place in a layer. */
class OrderServiceImpl {}
