package org.guanwu.office.officialdocument.domain;

import org.guanwu.foundation.shared.Refusal;

/** A text or file carries a secrecy marking: refused, nothing of it kept. */
public class MarkedAsSecret extends Refusal {

    static final String CODE = "officialdocument.secrecy-marking";

    MarkedAsSecret(String where, String level) {
        super(
                CODE,
                "没有保存：" + where + "带有“" + level
                        + "”的密级标志。本系统为非涉密系统，不得存储、处理国家秘密（《中华人民共和国保守国家秘密法》第三十一条第（三）项）。"
                        + "请立即停止，不要再传，并联系本单位保密工作机构。已记录时间和人员，没有留下内容。");
    }
}
