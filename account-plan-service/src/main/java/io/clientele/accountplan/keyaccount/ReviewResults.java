package io.clientele.accountplan.keyaccount;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.platform.background.DatabaseRefused;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The results of reviews for the clients the caller may see. */
@ApplicationScoped
public class ReviewResults implements PanacheRepositoryBase<ReviewResult, ResultId> {

    private static final int BATCH = 1000;

    private final DataSource database;
    private final ObjectMapper json;

    ReviewResults(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Stores the results of a review in bulk. */
    void store(KeyAccountReview review, List<Judgement> judgements) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into key_account_result (review_id, client_id, manager, outcome, score, explanation)
                        values (?, ?, ?, ?, ?, cast(? as jsonb))""")) {
            for (int i = 0; i < judgements.size(); i++) {
                Judgement each = judgements.get(i);
                insert.setObject(1, review.id());
                insert.setString(2, each.clientId());
                insert.setString(3, each.manager());
                insert.setString(4, each.outcome().name());
                insert.setBigDecimal(5, each.score());
                insert.setString(6, json.writeValueAsString(each.explanation()));
                insert.addBatch();
                if ((i + 1) % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException refused) {
            throw new DatabaseRefused("key-account-review", refused);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("an explanation cannot be written", unwritable);
        }
    }

    /**
     * One result.
     *
     * @throws ProblemException 404
     */
    public ReviewResult get(UUID reviewId, String clientId) {
        return findByIdOptional(new ResultId(reviewId, clientId)).orElseThrow(ProblemException::notFound);
    }

    /** What the last review that took effect says about a client. */
    public Optional<ReviewResult> latest(String clientId) {
        return find("""
                        from ReviewResult r join KeyAccountReview v on v.id = r.id.reviewId
                        where r.id.clientId = ?1 and v.effective = true order by r.id.reviewId desc""", clientId).firstResultOptional();
    }

    /** A page of a review's results in the order of client numbers; filters {@code outcome}, {@code manager}. */
    public List<ReviewResult> page(UUID reviewId, Seek seek) {
        StringBuilder query = new StringBuilder("id.reviewId = :review and id.clientId > :after");
        Parameters parameters =
                Parameters.with("review", reviewId).and("after", seek.after() == null ? "" : seek.after());
        Outcome outcome = seek.filter("outcome", Outcome::valueOf);
        if (outcome != null) {
            query.append(" and outcome = :outcome");
            parameters.and("outcome", outcome);
        }
        if (seek.filter("manager") != null) {
            query.append(" and manager = :manager");
            parameters.and("manager", seek.filter("manager"));
        }
        return find(query + " order by id.clientId", parameters)
                .range(0, seek.fetch() - 1)
                .list();
    }

    /** How many clients the caller may see had which outcome. */
    public Map<Outcome, Long> counts(UUID reviewId) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        getEntityManager()
                .createQuery(
                        "select r.outcome as outcome, count(*) as number from ReviewResult r where r.id.reviewId = :review group by r.outcome",
                        Tuple.class)
                .setParameter("review", reviewId)
                .getResultStream()
                .forEach(row -> counts.put(row.get("outcome", Outcome.class), row.get("number", Long.class)));
        return counts;
    }
}
