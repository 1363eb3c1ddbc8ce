package org.guanwu.office.secrecyreview;

/** What an automatic check looks for. The label and the advice stand on the page beside the finding. */
public enum LeakKind {
    ID_NUMBER("身份证号码", "属于个人隐私，遮去中间数字；公示需要的按规定遮盖", true, false),
    MOBILE_NUMBER("手机号码", "个人号码应删去；对外公布的办公电话可以保留并写明", true, false),
    LANDLINE_NUMBER("固定电话", "公开的办公电话可以保留，并写明是公开电话", true, false),
    BANK_ACCOUNT("银行账号", "个人账号应删去；对公缴款账号可以保留并写明", true, false),
    PASSPORT_NUMBER("护照号码", "属于个人隐私，应遮盖", true, false),
    EMAIL_ADDRESS("电子邮箱", "个人邮箱应删去；对外邮箱可以保留并写明", true, false),
    PERSON_NAME("疑似个人姓名", "与证件连用的姓名，依法应公示的可以保留并写明依据", true, false),
    SECRECY_MARKING("密级或内部标志", "本系统不得处理国家秘密（保守国家秘密法第三十一条）；只能退回，由起草单位按保密规定处理", false, false),
    TRACKED_CHANGES("修订痕迹", "接受或拒绝全部修订后另存，上传清除后的文件", true, false),
    COMMENTS("批注", "删除批注后再公开", true, true),
    HIDDEN_TEXT("隐藏文字", "显示并核对后删除，上传清除后的文件", true, false),
    HIDDEN_SHEET("隐藏的工作表", "取消隐藏并核对，不公开的删除，上传清除后的文件", true, false),
    HIDDEN_ROWS("隐藏的行", "取消隐藏并核对，不公开的删除，上传清除后的文件", true, false),
    HIDDEN_COLUMNS("隐藏的列", "取消隐藏并核对，不公开的删除，上传清除后的文件", true, false),
    EMBEDDED_FILE("嵌入的文件", "取出单独审查，或者删除", true, false),
    EXTERNAL_LINK("外部链接的数据", "断开链接，只保留数值", true, false),
    METADATA("文件属性", "作者、单位等属性应清除", true, true),
    CUSTOM_DATA("自定义数据", "清除自定义属性和自定义 XML", true, false),
    MACRO("宏或脚本", "不得公开带宏或脚本的文件，另存为不带宏的格式", true, false),
    ANNOTATIONS("注释", "删除注释后再公开", true, true),
    REVISIONS("增量保存的旧内容", "旧版本内容仍在文件中，重新另存后再公开", true, true),
    HIDDEN_LAYER("隐藏图层", "显示并核对，上传清除后的文件", true, false),
    LOCATION("拍摄信息或位置", "清除照片的拍摄参数和位置", true, true),
    UNREADABLE("无法检查", "文件损坏、加密或过大，上传能打开的文件", false, false);

    private final String label;
    private final String advice;
    private final boolean isAcceptable;
    private final boolean isCleanable;

    LeakKind(String label, String advice, boolean isAcceptable, boolean isCleanable) {
        this.label = label;
        this.advice = advice;
        this.isAcceptable = isAcceptable;
        this.isCleanable = isCleanable;
    }

    public String label() {
        return label;
    }

    public String advice() {
        return advice;
    }

    /** false: nobody may let it through, it can only be removed or the whole returned */
    public boolean isAcceptable() {
        return isAcceptable;
    }

    /** the product can take it out of a file by itself without touching the content */
    public boolean isCleanable() {
        return isCleanable;
    }
}
