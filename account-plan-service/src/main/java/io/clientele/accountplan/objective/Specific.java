package io.clientele.accountplan.objective;

import io.clientele.contracts.accountplans.SmartCriterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * <b>S</b>pecific: names client or entity, product line, geography and owner, and says what is to happen without a vague
 * verb.
 */
final class Specific implements Letter {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private final Set<String> vagueVerbs;

    /** @param vagueVerbs words that promise nothing measurable, in lower case */
    Specific(Set<String> vagueVerbs) {
        this.vagueVerbs = Set.copyOf(vagueVerbs);
    }

    @Override
    public SmartCriterion criterion() {
        return SmartCriterion.SPECIFIC;
    }

    @Override
    public List<Finding> findings(ObjectiveTerms terms, Surroundings around) {
        List<Finding> findings = new ArrayList<>();
        if (terms.entity() == null) {
            findings.add(new Finding("entity-missing", "/entity", "Name the client or the entity of its group."));
        }
        if (terms.productLine() == null) {
            findings.add(new Finding("product-line-missing", "/productLine", "Name the product line."));
        }
        if (terms.geography() == null) {
            findings.add(new Finding("geography-missing", "/geography", "Name the country or region."));
        }
        if (terms.owner() == null) {
            findings.add(new Finding("owner-missing", "/owner", "Name who answers for it."));
        }
        Matcher words = WORD.matcher(terms.statement().toLowerCase(Locale.ROOT));
        while (words.find()) {
            if (vagueVerbs.contains(words.group())) {
                findings.add(new Finding(
                        "vague-verb",
                        "/statement",
                        "Say what is to happen instead of \"" + words.group()
                                + "\": win, sign, raise from ... to ..."));
                break;
            }
        }
        return findings;
    }
}
