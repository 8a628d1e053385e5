package io.clientele.benchmarks;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Without any entity Hibernate ORM would not start, and the comparison would flatter nobody. */
@Entity
public class Thing {

    @Id
    private long id;

    protected Thing() {}

    public long id() {
        return id;
    }
}
