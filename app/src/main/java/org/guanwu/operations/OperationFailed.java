package org.guanwu.operations;

/** Stops the command with a sentence for the operator: what is wrong, what was left untouched, what to do. */
class OperationFailed extends RuntimeException {

    OperationFailed(String message) {
        super(message);
    }

    OperationFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
