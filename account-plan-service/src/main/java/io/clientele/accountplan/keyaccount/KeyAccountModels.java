package io.clientele.accountplan.keyaccount;

import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The models of key-account selection. They concern no client and are read by everybody of the bank. */
@ApplicationScoped
public class KeyAccountModels implements PanacheRepositoryBase<KeyAccountModel, UUID> {

    private static final UUID LAST = new UUID(-1, -1);

    /**
     * One model.
     *
     * @throws ProblemException 404
     */
    public KeyAccountModel get(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** A page of models, the newest first. */
    public List<KeyAccountModel> page(Seek seek) {
        UUID before = seek.after(UUID::fromString);
        return find("id < ?1 order by id desc", before == null ? LAST : before)
                .range(0, seek.fetch() - 1)
                .list();
    }
}
