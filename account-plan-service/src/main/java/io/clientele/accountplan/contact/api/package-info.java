/** Contacts, call reports and coverage over HTTP. */
@NullMarked
package io.clientele.accountplan.contact.api;

import org.jspecify.annotations.NullMarked;
