package io.clientele.analytics.clients;

import io.clientele.contracts.clients.ClientType;
import io.clientele.contracts.clients.HeldProduct;
import io.clientele.contracts.inbound.ClientRecord;
import io.clientele.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a client record must keep to, whichever way it comes. Opening days may lie ahead: a bank records contracts before
 * they begin.
 */
final class RecordRules {

    static final String CLIENT_NUMBER = "[A-Za-z0-9._-]{1,64}";
    private static final LocalDate EARLIEST = LocalDate.of(1700, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final int OLDEST_PERSON = 130;
    private static final int MAX_PRODUCTS = 1_000;
    private static final BigDecimal WHOLE = new BigDecimal(100);

    private final ClientRecord record;
    private final LocalDate today;
    private final Findings findings = new Findings();

    private RecordRules(ClientRecord record, LocalDate today) {
        this.record = record;
        this.today = today;
    }

    /**
     * Passes a record that keeps every rule.
     *
     * @param today the business day
     * @throws ProblemException 422 with every field that does not
     */
    static void check(ClientRecord record, LocalDate today) {
        RecordRules rules = new RecordRules(record, today);
        rules.checkIdentity();
        switch (record.type()) {
            case PERSON -> rules.checkPerson();
            case COMPANY -> rules.checkCompany();
        }
        rules.checkRelationship();
        rules.checkProducts(record.products() == null ? List.of() : record.products());
        if (record.attributes() != null) {
            Attributes.check(record.attributes(), rules.findings);
        }
        rules.findings.refuseIfAny();
    }

    private void checkIdentity() {
        checkNumber("/id", record.clientId());
        checkText("/name", record.name(), 200);
        checkValue("/domicile", record.domicile(), Country::new);
    }

    private void checkPerson() {
        refuseForPerson("/lei", record.lei());
        refuseForPerson("/nace", record.nace());
        refuseForPerson("/parentId", record.parentId());
        refuseForPerson("/ownership", record.ownership());
        LocalDate born = record.birthDate();
        if (born != null && (born.isAfter(today) || born.isBefore(today.minusYears(OLDEST_PERSON)))) {
            findings.add("/birthDate", "lies in the last " + OLDEST_PERSON + " years and not in the future");
        }
        LocalDate since = record.relationshipSince();
        if (born != null && since != null && since.isBefore(born)) {
            findings.add("/relationshipSince", "is not before the birth date");
        }
    }

    private void checkCompany() {
        if (record.name() == null) {
            findings.add("/name", "is required: the legal name of the company");
        }
        refuseForCompany("/birthDate", record.birthDate());
        refuseForCompany("/sex", record.sex());
        checkValue("/lei", record.lei(), Lei::new);
        checkValue("/nace", record.nace(), Nace::new);
        checkParent();
    }

    private void checkParent() {
        String parent = record.parentId();
        BigDecimal ownership = record.ownership();
        if (parent != null) {
            checkNumber("/parentId", parent);
            if (parent.equals(record.clientId())) {
                findings.add("/parentId", "is another client than the company itself");
            }
        }
        if (ownership == null) {
            return;
        }
        if (parent == null) {
            findings.add("/ownership", "comes with the parentId of the owner");
        }
        if (ownership.signum() <= 0
                || ownership.compareTo(WHOLE) > 0
                || ownership.stripTrailingZeros().scale() > 4) {
            findings.add("/ownership", "is a percentage above 0 and at most 100, with up to 4 decimals");
        }
    }

    private void checkRelationship() {
        checkText("/branch", record.branch(), 100);
        checkText("/manager", record.manager(), 64);
        checkText("/team", record.team(), 64);
        checkText("/tier", record.tier(), 50);
        checkDay("/relationshipSince", record.relationshipSince());
    }

    private void checkProducts(List<HeldProduct> products) {
        if (products.size() > MAX_PRODUCTS) {
            findings.add("/products", "holds at most " + MAX_PRODUCTS + " contracts");
            return;
        }
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < products.size(); i++) {
            HeldProduct held = products.get(i);
            String at = "/products/" + i;
            checkNumber(at + "/product", held.product());
            checkNumber(at + "/id", held.id());
            checkDay(at + "/openedOn", held.openedOn());
            checkDay(at + "/closedOn", held.closedOn());
            if (held.openedOn() != null
                    && held.closedOn() != null
                    && held.closedOn().isBefore(held.openedOn())) {
                findings.add(at + "/closedOn", "is not before openedOn");
            }
            if (!seen.add(List.of(held.product(), held.id()))) {
                findings.add(at, "is listed twice: product and id are unique for a client");
            }
        }
    }

    private void checkNumber(String pointer, String number) {
        if (!number.matches(CLIENT_NUMBER)) {
            findings.add(pointer, "has 1 to 64 letters, digits, dots, underscores and hyphens");
        }
    }

    private void checkText(String pointer, @Nullable String text, int longest) {
        if (text != null && (text.isBlank() || text.length() > longest)) {
            findings.add(pointer, "has 1 to " + longest + " characters and is not blank; leave it out if unknown");
        }
    }

    private void checkDay(String pointer, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            findings.add(pointer, "lies between " + EARLIEST + " and " + LATEST);
        }
    }

    private void checkValue(String pointer, @Nullable String value, Consumer<String> constructor) {
        if (value == null) {
            return;
        }
        try {
            constructor.accept(value);
        } catch (IllegalArgumentException refused) {
            findings.add(pointer, String.valueOf(refused.getMessage()));
        }
    }

    private void refuseForPerson(String pointer, @Nullable Object value) {
        if (value != null) {
            findings.add(pointer, "belongs to a client of type " + ClientType.COMPANY);
        }
    }

    private void refuseForCompany(String pointer, @Nullable Object value) {
        if (value != null) {
            findings.add(pointer, "belongs to a client of type " + ClientType.PERSON);
        }
    }
}
