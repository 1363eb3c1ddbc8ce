package org.guanwu.openness.gazetteimport.domain;

import java.util.List;

/** What a column can be taken as, with the names that such columns have in old lists and exports. */
public enum Field {
    TITLE("标题", List.of("title", "标题", "文件标题", "名称", "文件名称", "题名")),
    NUMBER("发文字号", List.of("documentnumber", "number", "文号", "发文字号", "字号", "文件编号", "announcementnumber")),
    AUTHORITY("发文机关", List.of("issuingauthority", "authority", "发文机关", "发文单位", "发布机构", "制发机关", "unit", "单位")),
    DATE("成文日期", List.of("issuedon", "date", "成文日期", "发文日期", "日期", "issuedate", "documentdate", "印发日期", "生成日期")),
    PUBLISHED("发布日期", List.of("publishedon", "发布日期", "公布日期", "publishdate", "发布时间")),
    EFFECTIVE("施行日期", List.of("effectiveon", "施行日期", "生效日期", "实施日期", "effectivedate")),
    TOPIC("主题分类", List.of("category", "topic", "主题", "主题分类", "类别", "分类")),
    TYPE("体裁", List.of("documenttype", "type", "文种", "体裁", "文件类型")),
    VALIDITY("有效性", List.of("status", "validity", "有效性", "效力", "状态")),
    TEXT("正文", List.of("content", "body", "text", "正文", "内容", "全文")),
    SECRECY("密级", List.of("密级", "secrecy", "秘密等级", "保密级别")),
    REMARKS("备注", List.of("remarks", "备注", "说明", "附注"));

    private final String label;
    private final List<String> names;

    Field(String label, List<String> names) {
        this.label = label;
        this.names = names;
    }

    public String label() {
        return label;
    }

    List<String> names() {
        return names;
    }
}
