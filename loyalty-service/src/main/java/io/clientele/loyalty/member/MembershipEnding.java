package io.clientele.loyalty.member;

/** A membership is about to end: whoever keeps something together with the member gives it back now, in the same transaction. */
public record MembershipEnding(Member member) {}
