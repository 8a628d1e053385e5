/** Points for what clients do: each activity judged by the rules of its own time, counted once per programme, explained for ever. */
@NullMarked
package io.clientele.loyalty.earning;

import org.jspecify.annotations.NullMarked;
