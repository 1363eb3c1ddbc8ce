package org.guanwu.foundation.audit.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The acts of one transaction until it commits. Being a synchronization it is suspended and resumed with its
 * transaction; it comes last before the commit so that acts told by other callbacks are still taken.
 */
final class PendingActs implements TransactionSynchronization, Ordered {

    private final Consumer<List<RecordedAct>> append;
    private final List<RecordedAct> acts = new ArrayList<>();
    private final Map<Object, Integer> sizeAtSavepoint = new HashMap<>();
    private boolean isAppended;

    PendingActs(Consumer<List<RecordedAct>> append) {
        this.append = append;
    }

    static Optional<PendingActs> ofThisTransaction() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(PendingActs.class::isInstance)
                .map(PendingActs.class::cast)
                .findFirst();
    }

    void add(RecordedAct act) {
        if (isAppended) {
            append.accept(List.of(act));
        } else {
            acts.add(act);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        isAppended = true;
        if (!acts.isEmpty()) {
            append.accept(List.copyOf(acts));
        }
    }

    /** an act that is rolled back to a savepoint has not happened */
    @Override
    public void savepoint(Object savepoint) {
        sizeAtSavepoint.put(savepoint, acts.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        int size = sizeAtSavepoint.getOrDefault(savepoint, 0);
        acts.subList(size, acts.size()).clear();
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
