package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who may take part in a programme, and what members are promised about changes. Whatever is absent asks nothing.
 *
 * @param segments a client is in one of these; null for any
 * @param products a client holds one of these, by product code; null for any
 * @param consents purposes a client has consented to, each; null for none
 * @param staffExcluded whether clients who work for the bank are kept out; false
 * @param acceptanceRequired whether a client has to accept the terms in force to become a member; false
 * @param noticeDays business days ahead of which new terms, and the last day of a programme, are announced; 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "Who may take part in a programme, and what members are promised about changes; whatever is absent asks nothing.")
public record Participation(
        @Schema(
                description = "A client is in one of these segments.",
                examples = "[\"01922f0e-4a6e-7d7a-8b8f-4a8f9e110002\"]")
        @Size(max = 100)
        @Nullable
        List<@NotNull UUID> segments,

        @Schema(description = "A client holds one of these products, by product code.", examples = "[\"ACCOUNT\"]")
        @Size(max = 100)
        @Nullable
        List<@NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "is the code of a product") String> products,

        @Schema(description = "Purposes a client has consented to, each of them.", examples = "[\"loyalty\"]")
        @Size(max = 20)
        @Nullable
        List<@NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,100}", message = "is the code of a purpose") String> consents,

        @Schema(
                description = "Whether clients whose record says `staff: true` are kept out; false by default.",
                examples = "true")
        @Nullable
        Boolean staffExcluded,

        @Schema(
                description = "Whether a client has to accept the terms in force to become a member; false by default.",
                examples = "true")
        @Nullable
        Boolean acceptanceRequired,

        @Schema(
                description =
                        "Days between the announcement of new terms, or of the programme's last day, and that day; 0 by default.",
                examples = "60")
        @Min(0)
        @Max(3650)
        @Nullable
        Integer noticeDays) {

    /** Asks nothing. */
    public static final Participation DEFAULTS = new Participation(null, null, null, null, null, null);

    public Participation {
        segments = segments == null ? null : List.copyOf(segments);
        products = products == null ? null : List.copyOf(products);
        consents = consents == null ? null : List.copyOf(consents);
    }

    /** Segments one of which a client is in; none for any. */
    public List<UUID> segmentsAsked() {
        return segments == null ? List.of() : segments;
    }

    /** Products one of which a client holds; none for any. */
    public List<String> productsAsked() {
        return products == null ? List.of() : products;
    }

    /** Purposes a client has consented to. */
    public List<String> consentsAsked() {
        return consents == null ? List.of() : consents;
    }

    /** Whether clients who work for the bank are kept out. */
    public boolean excludesStaff() {
        return Boolean.TRUE.equals(staffExcluded);
    }

    /** Whether a client has to accept the terms to become a member. */
    public boolean asksAcceptance() {
        return Boolean.TRUE.equals(acceptanceRequired);
    }

    /** Days between an announcement and what it announces. */
    public int noticeDaysOrDefault() {
        return noticeDays == null ? 0 : noticeDays;
    }
}
