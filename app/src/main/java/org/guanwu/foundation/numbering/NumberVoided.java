package org.guanwu.foundation.numbering;

import org.guanwu.foundation.shared.Matter;

/** 作废文号: the number stays in the register as void and is never given again. */
public record NumberVoided(DocumentNumber number, Matter matter, String reason) {}
