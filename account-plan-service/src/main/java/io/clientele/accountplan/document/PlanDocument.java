package io.clientele.accountplan.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the document of a plan as XHTML from the content of a version, and from nothing else. */
@ApplicationScoped
public class PlanDocument {

    private final Template page;

    PlanDocument(@Location("document/plan.html") Template page) {
        this.page = page;
    }

    /**
     * What stands above the plan.
     *
     * @param client name of the client, as today's record has it
     * @param status of the version, in words
     * @param on the day the content is of
     * @param hash SHA-256 of the content; null for a draft
     */
    public record Cover(
            String client,
            String status,
            LocalDate on,
            @Nullable String hash) {}

    /** The page. */
    public String write(JsonNode content, Cover cover) {
        return page.data("doc", view(content, cover)).render();
    }

    private static DocumentView view(JsonNode content, Cover cover) {
        ReadingContent read = new ReadingContent(content, cover.on());
        JsonNode figures = content.path("figures");
        JsonNode people = content.path("relationships").path("people");
        String verdict = content.path("relationships").path("verdict").asText("RED");
        return new DocumentView(
                content.path("plan").path("title").asText(),
                cover.client(),
                cover.status(),
                facts(content),
                read.story(),
                read.tiles(),
                figures.has("missing") ? figures.path("missing").asText() : null,
                figures.path("exposure").path("lines").isEmpty()
                        ? null
                        : MoneyCharts.exposure(figures.path("exposure")),
                figures.path("exposure").path("ladder").isEmpty()
                        ? null
                        : MoneyCharts.ladder(figures.path("exposure").path("ladder")),
                figures.path("budget").path("cells").isEmpty()
                        ? null
                        : MoneyCharts.budget(figures.path("budget").path("cells")),
                figures.path("wallet").path("cells").isEmpty()
                        ? null
                        : MoneyCharts.wallet(figures.path("wallet").path("cells")),
                read.returns(),
                read.objectives(),
                read.opportunities(),
                people.isEmpty() ? null : PeopleChart.of(people, verdict),
                verdict,
                read.coverage(),
                read.swot(),
                read.commitments(),
                read.actions(),
                read.signOffs(),
                footer(content, cover));
    }

    private static List<DocumentView.Pair> facts(JsonNode content) {
        JsonNode client = content.path("client");
        JsonNode plan = content.path("plan");
        List<DocumentView.Pair> facts = new ArrayList<>();
        facts.add(new DocumentView.Pair("Client number", plan.path("clientId").asText()));
        add(facts, "LEI", client.path("lei"));
        add(facts, "Industry (NACE)", client.path("nace"));
        add(facts, "Domicile", client.path("domicile"));
        add(facts, "Tier", client.path("tier"));
        add(facts, "KYC", client.path("kycStatus"));
        add(facts, "Relationship since", client.path("relationshipSince"));
        facts.add(
                new DocumentView.Pair("Relationship manager", plan.path("owner").asText()));
        facts.add(new DocumentView.Pair(
                "Period",
                plan.path("period").path("from").asText() + " to "
                        + plan.path("period").path("to").asText()));
        return facts;
    }

    private static void add(List<DocumentView.Pair> facts, String name, JsonNode value) {
        if (value.isTextual()) {
            facts.add(new DocumentView.Pair(name, value.asText()));
        }
    }

    private static String footer(JsonNode content, Cover cover) {
        StringBuilder rates = new StringBuilder();
        content.path("figures")
                .path("exposure")
                .path("rates")
                .forEach(rate -> rates.append(", ")
                        .append(rate.path("currency").asText())
                        .append(' ')
                        .append(rate.path("rate").asText())
                        .append(" of ")
                        .append(rate.path("quotedOn").asText()));
        return "As of " + cover.on() + (rates.isEmpty() ? "" : ", at" + rates.substring(1))
                + (cover.hash() == null
                        ? ". A working copy, not the version that was approved."
                        : ". Content SHA-256 " + cover.hash() + ".");
    }
}
