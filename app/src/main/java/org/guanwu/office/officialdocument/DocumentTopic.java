package org.guanwu.office.officialdocument;

/** 主题分类, after the categories under which the customs web site publishes its documents. */
public enum DocumentTopic {
    GOODS_CONTROL("进出口货物监管"),
    TARIFF("关税征收管理"),
    PROCESSING_TRADE("加工贸易保税监管"),
    HEALTH_QUARANTINE("卫生检疫和动植物检疫"),
    FOOD_AND_COMMODITY("进出口食品和商品检验"),
    ENTERPRISE("企业管理和稽查"),
    ENFORCEMENT("案件办理"),
    INTELLECTUAL_PROPERTY("知识产权保护"),
    STATISTICS("海关统计"),
    TRAVELLERS_AND_MAIL("旅客和行邮"),
    GENERAL("综合"),
    OTHER("其他");

    private final String label;

    DocumentTopic(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
