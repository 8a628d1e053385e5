/** What clients do and what happens to them: typed facts, taken once per source id, in any order. */
@NullMarked
package io.clientele.analytics.activity;

import org.jspecify.annotations.NullMarked;
