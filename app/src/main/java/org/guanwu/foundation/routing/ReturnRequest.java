package org.guanwu.foundation.routing;

/**
 * 退回.
 *
 * @param targetStep an earlier completed step of the same line of work, or the own step together with {@code seatNo}
 * @param seatNo 0: everybody who signed the target; otherwise this signer only
 * @param dropsOpinions 清除意见: what was said behind the target is struck out; not together with straightBack
 * @param straightBack 直接返回我: the steps in between stay as they are
 */
public record ReturnRequest(
        String targetStep, int seatNo, boolean dropsOpinions, boolean straightBack, String reason) {}
