package io.clientele.platform.caller;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;
import org.jspecify.annotations.Nullable;

/** Who looks after a client. Declares the filter every scoped entity uses; see {@link BookFilter}. */
@Entity
@Table(name = "client_book")
@FilterDef(
        name = BookFilter.NAME,
        autoEnabled = true,
        applyToLoadByKey = true,
        parameters = {
            @ParamDef(name = "reach", type = String.class, resolver = BookFilter.CallerReach.class),
            @ParamDef(name = "caller", type = String.class, resolver = BookFilter.CallerId.class),
            @ParamDef(name = "teams", type = String.class, resolver = BookFilter.CallerTeams.class),
            @ParamDef(name = "client", type = String.class, resolver = BookFilter.CallerClient.class),
            @ParamDef(name = "now", type = String.class, resolver = BookFilter.Now.class)
        })
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class ClientBookEntry {

    @Id
    @Column(name = "client_id")
    private String clientId;

    @Nullable
    private String manager;

    @Nullable
    private String team;

    @SuppressWarnings("NullAway.Init")
    protected ClientBookEntry() {}

    public String clientId() {
        return clientId;
    }

    /** The relationship manager's user id. */
    public @Nullable String manager() {
        return manager;
    }

    /** The team whose leader sees the client too. */
    public @Nullable String team() {
        return team;
    }
}
