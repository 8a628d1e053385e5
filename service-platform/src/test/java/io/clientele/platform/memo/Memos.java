package io.clientele.platform.memo;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Memos implements PanacheRepositoryBase<Memo, UUID> {}
