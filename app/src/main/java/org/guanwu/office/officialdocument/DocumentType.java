package org.guanwu.office.officialdocument;

/**
 * 文种: the fifteen of 《党政机关公文处理工作条例》第八条, with the direction in which they travel.
 *
 * <p>方案、办法、规定、细则 are no types of their own: they are issued by a 通知, an 公告 or an 命令（令）, see
 * {@link DocumentForm}.
 */
public enum DocumentType {
    RESOLUTION("决议", Direction.DOWNWARD, "会议讨论通过的重大决策事项"),
    DECISION("决定", Direction.DOWNWARD, "对重要事项作出决策和部署、奖惩、变更或者撤销下级不适当的决定"),
    ORDER("命令（令）", Direction.PUBLIC, "公布规章、宣布施行重大强制性措施、批准授予和晋升衔级、嘉奖"),
    COMMUNIQUE("公报", Direction.PUBLIC, "公布重要决定或者重大事项"),
    ANNOUNCEMENT("公告", Direction.PUBLIC, "向国内外宣布重要事项或者法定事项"),
    PUBLIC_NOTICE("通告", Direction.PUBLIC, "在一定范围内公布应当遵守或者周知的事项"),
    OPINION("意见", Direction.ANY, "对重要问题提出见解和处理办法"),
    NOTICE("通知", Direction.DOWNWARD, "发布、传达要求执行和周知的事项，批转、转发公文"),
    CIRCULAR("通报", Direction.DOWNWARD, "表彰先进、批评错误、传达重要精神和告知重要情况"),
    REPORT("报告", Direction.UPWARD, "向上级汇报工作、反映情况，回复询问"),
    REQUEST_FOR_INSTRUCTIONS("请示", Direction.UPWARD, "向上级请求指示、批准"),
    OFFICIAL_REPLY("批复", Direction.DOWNWARD, "答复下级请示事项"),
    BILL("议案", Direction.UPWARD, "各级人民政府向同级人民代表大会提请审议；海关不制发"),
    LETTER("函", Direction.LATERAL, "不相隶属机关之间商洽工作、询问和答复问题、请求批准和答复审批事项"),
    MINUTES("纪要", Direction.DOWNWARD, "记载会议主要情况和议定事项");

    /** 行文方向 */
    public enum Direction {
        UPWARD("上行"),
        LATERAL("平行"),
        DOWNWARD("下行"),
        PUBLIC("公布"),
        ANY("上行、平行或者下行");

        private final String label;

        Direction(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final String label;
    private final Direction direction;
    private final String use;

    DocumentType(String label, Direction direction, String use) {
        this.label = label;
        this.direction = direction;
        this.use = use;
    }

    public String label() {
        return label;
    }

    public Direction direction() {
        return direction;
    }

    /** what the regulation says it is for, shortened */
    public String use() {
        return use;
    }

    /** 议案 belongs to governments before a people's congress; customs never issues one. */
    public boolean isIssuedByCustoms() {
        return this != BILL;
    }

    /** word that a title ends with: 令 for an order */
    public String titleWord() {
        return this == ORDER ? "令" : label;
    }
}
