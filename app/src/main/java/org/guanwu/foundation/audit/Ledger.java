package org.guanwu.foundation.audit;

/**
 * 审计账: the append-only, hash-chained record of every act.
 *
 * <p>{@link #record} belongs to the transaction of the act: either both are there or neither. The entry is appended to
 * the chain when that transaction commits. There is no way to change or remove an entry, neither here nor with the
 * database role of the product.
 */
public interface Ledger {

    /** @throws IllegalStateException when no transaction is running */
    void record(Act act);
}
