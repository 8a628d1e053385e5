package io.clientele.loyalty.account.api;

import io.clientele.loyalty.account.PointsAccounts;
import io.clientele.loyalty.account.StatementPeriod;
import io.clientele.loyalty.account.Transaction;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes a statement as a page. */
@ApplicationScoped
class PrintedStatement {

    private static final int MOST = 2_000;

    private final Template template;
    private final PointsAccounts points;
    private final Clock clock;

    PrintedStatement(@Location("statement/statement.html") Template template, PointsAccounts points, Clock clock) {
        this.template = template;
        this.points = points;
        this.clock = clock;
    }

    /**
     * A transaction as it is printed.
     *
     * @param balance what could be spent after it
     */
    public record Line(LocalDate day, String what, String origin, String change, String balance) {}

    /** Points with one last business day. */
    public record Expiring(LocalDate lastDay, String points) {}

    /**
     * The page, well-formed XHTML.
     *
     * @param asKnown whether it says until when something had to be known
     */
    String page(ShownAccount.Account account, StatementPeriod period, boolean asKnown) {
        List<Transaction> transactions =
                points.transactions(account.memberId(), account.currency(), period, null, MOST + 1);
        long opening = points.spendableAt(account.memberId(), account.currency(), period.begin(), period.knownAt());
        List<Line> lines = new ArrayList<>();
        long balance = opening;
        for (Transaction transaction : transactions.subList(0, Math.min(MOST, transactions.size()))) {
            balance += transaction.change();
            lines.add(new Line(
                    transaction.occurredAt().atZone(period.zone()).toLocalDate(),
                    transaction.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    Objects.requireNonNullElse(
                            transaction.rule(), Objects.requireNonNullElse(transaction.sourceId(), "")),
                    number(transaction.change()),
                    number(balance)));
        }
        List<Expiring> expiring =
                points.balance(account.memberId(), account.currency(), clock.instant()).expiring().stream()
                        .map(ahead -> new Expiring(
                                ahead.expiresAt()
                                        .minusNanos(1)
                                        .atZone(period.zone())
                                        .toLocalDate(),
                                number(ahead.points())))
                        .toList();
        return template.data("programme", account.programme())
                .data("clientId", account.clientId())
                .data("currency", account.currency())
                .data("from", period.from())
                .data("to", period.to())
                .data("knownAt", asKnown ? period.knownAt().toString() : null)
                .data("opening", number(opening))
                .data(
                        "closing",
                        number(points.spendableAt(
                                account.memberId(), account.currency(), period.end(), period.knownAt())))
                .data("lines", lines)
                .data("more", transactions.size() > MOST)
                .data("expiring", expiring)
                .render();
    }

    /** With a narrow no-break space between thousands. */
    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
    }
}
