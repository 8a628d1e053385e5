package io.clientele.platform.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A technical entity. */
@Entity
@Table(name = "test_counter")
@NotAudited
public class TestCounter {

    @Id
    UUID id = UUID.randomUUID();

    int value;
}
