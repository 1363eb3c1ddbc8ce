package org.guanwu.openness.gazetteimport.domain;

import java.util.List;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.openness.gazetteimport.GazetteIntake;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the page, one after the other. */
@Component
class IntakeOfGazettes implements GazetteIntake {

    private final Batches steps;
    private final BatchRepository batches;

    IntakeOfGazettes(Batches steps, BatchRepository batches) {
        this.steps = steps;
        this.batches = batches;
    }

    @Override
    @Transactional
    public long open(Actor editor, String commandId, String fileName, byte[] content) {
        long id = steps.open(editor, commandId, List.of(new Batches.Upload(fileName, content)));
        Batch batch = batch(id);
        if (batch.state() == BatchState.MAPPING) {
            steps.map(editor, id, batch.mapping().columns());
        }
        return id;
    }

    @Override
    @Transactional
    public Optional<Long> submit(Actor editor, long batchId) {
        return batch(batchId).state() == BatchState.CHECKING
                ? Optional.empty()
                : Optional.of(steps.submit(editor, batchId));
    }

    @Override
    public boolean isDone(long batchId) {
        return batch(batchId).state() == BatchState.DONE;
    }

    private Batch batch(long id) {
        return batches.find(id).orElseThrow(() -> new NotFound("gazette import " + id));
    }
}
