package io.clientele.platform.audit;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** An entity with a personal field. */
@Entity
@Table(name = "test_note")
public class TestNote {

    @Id
    private UUID id = UUID.randomUUID();

    @Version
    private int version;

    @Column(name = "client_id")
    private String clientId;

    private String title;

    @Personal
    private String author;

    private int pages;

    @ElementCollection
    @CollectionTable(name = "test_note_tag", joinColumns = @JoinColumn(name = "note_id"))
    @Column(name = "tag")
    private Set<String> tags = new HashSet<>();

    protected TestNote() {}

    TestNote(String clientId, String title, String author) {
        this.clientId = clientId;
        this.title = title;
        this.author = author;
    }

    UUID id() {
        return id;
    }

    void retitle(String title) {
        this.title = title;
    }

    void attributeTo(String author) {
        this.author = author;
    }

    void tag(String tag) {
        tags.add(tag);
    }
}
