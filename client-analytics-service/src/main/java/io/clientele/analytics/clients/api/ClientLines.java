package io.clientele.analytics.clients.api;

import io.clientele.analytics.clients.ImportingClients;
import io.clientele.analytics.clients.RecordingClients;
import io.clientele.contracts.inbound.ClientRecord;
import io.clientele.platform.imports.LineImporter;
import io.clientele.platform.imports.Rejection;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Imports client records. A line is taken as a PUT would be, without a precondition; of several lines about one client the last one stands. */
@ApplicationScoped
class ClientLines implements LineImporter<ClientRequest> {

    static final String KIND = "clients";

    private final RecordingClients recording;
    private final ImportingClients importing;

    ClientLines(RecordingClients recording, ImportingClients importing) {
        this.recording = recording;
        this.importing = importing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<ClientRequest> lineType() {
        return ClientRequest.class;
    }

    @Override
    public Outcome take(UUID importId, List<Line<ClientRequest>> lines) {
        List<ClientRecord> records = new ArrayList<>(lines.size());
        List<Rejection> rejections = new ArrayList<>();
        for (Line<ClientRequest> line : lines) {
            try {
                ClientRecord record = line.value().toRecord(line.value().id());
                recording.check(record);
                records.add(record);
            } catch (ProblemException refused) {
                rejections.add(Rejection.of(line.number(), refused));
            }
        }
        return new Outcome(importing.takeAll(records), rejections);
    }
}
