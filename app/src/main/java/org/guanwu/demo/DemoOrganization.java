package org.guanwu.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guanwu.foundation.identity.AccountIntake;
import org.guanwu.foundation.organization.CustomsTier;
import org.guanwu.foundation.organization.OrganizationIntake;
import org.guanwu.foundation.organization.UnitLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Three tiers, departments, posts and people of the sample system. */
@Component
@Profile("demo")
class DemoOrganization {

    static final LocalDate SINCE = LocalDate.of(2007, 1, 1);
    static final String HEADS = "部门负责人";

    private static final String REGIONAL = "YZ0000001";

    private record UnitLine(
            String code, String parent, CustomsTier tier, UnitLevel level, String name, String shortName) {}

    private record PersonLine(String account, String name, String title, String post, List<String> roles) {}

    private static final List<UnitLine> UNITS = List.of(
            new UnitLine("ZS0000001", "", CustomsTier.HEADQUARTERS, UnitLevel.AUTHORITY, "海关总署（示例）", "署"),
            new UnitLine("ZS-BGT", "ZS0000001", CustomsTier.HEADQUARTERS, UnitLevel.DEPARTMENT, "办公厅", "署办"),
            new UnitLine(REGIONAL, "ZS0000001", CustomsTier.REGIONAL, UnitLevel.AUTHORITY, "云州海关", "云关"),
            new UnitLine("YZ-BGS", REGIONAL, CustomsTier.REGIONAL, UnitLevel.DEPARTMENT, "办公室", "云关办"),
            new UnitLine("YZ-MSK", "YZ-BGS", CustomsTier.REGIONAL, UnitLevel.SECTION, "秘书科", "云关办"),
            new UnitLine("YZ-ZWGK", "YZ-BGS", CustomsTier.REGIONAL, UnitLevel.SECTION, "政务公开科", "云关办"),
            new UnitLine("YZ-JYK", "YZ-BGS", CustomsTier.REGIONAL, UnitLevel.SECTION, "机要档案科", "云关办"),
            new UnitLine("YZ-FGC", REGIONAL, CustomsTier.REGIONAL, UnitLevel.DEPARTMENT, "法规处", "云关法"),
            new UnitLine("YZ-KAJG", REGIONAL, CustomsTier.REGIONAL, UnitLevel.DEPARTMENT, "口岸监管处", "云关监"),
            new UnitLine("YZ-GSC", REGIONAL, CustomsTier.REGIONAL, UnitLevel.DEPARTMENT, "关税处", "云关税"),
            new UnitLine("YZ-WSJY", REGIONAL, CustomsTier.REGIONAL, UnitLevel.DEPARTMENT, "卫生检疫处", "云关卫"),
            new UnitLine("YZ-QYGL", REGIONAL, CustomsTier.REGIONAL, UnitLevel.DEPARTMENT, "企业管理和稽查处", "云关企"),
            new UnitLine("YZ-TJFX", REGIONAL, CustomsTier.REGIONAL, UnitLevel.DEPARTMENT, "统计分析处", "云关统"),
            new UnitLine("YZ-RSC", REGIONAL, CustomsTier.REGIONAL, UnitLevel.DEPARTMENT, "人事处", "云关人"),
            new UnitLine("YZ-KJC", REGIONAL, CustomsTier.REGIONAL, UnitLevel.DEPARTMENT, "科技处", "云关科"),
            new UnitLine("JW0000001", REGIONAL, CustomsTier.SUBORDINATE, UnitLevel.AUTHORITY, "江湾海关", "江湾关"),
            new UnitLine("YZ-JW-ZH", "JW0000001", CustomsTier.SUBORDINATE, UnitLevel.SECTION, "综合业务科", "江湾关"),
            new UnitLine("LG0000001", REGIONAL, CustomsTier.SUBORDINATE, UnitLevel.AUTHORITY, "临港海关", "临港关"),
            new UnitLine("YZ-LG-ZH", "LG0000001", CustomsTier.SUBORDINATE, UnitLevel.SECTION, "综合业务科", "临港关"),
            new UnitLine("BP0000001", REGIONAL, CustomsTier.SUBORDINATE, UnitLevel.AUTHORITY, "北浦海关", "北浦关"),
            new UnitLine("YZ-BP-ZH", "BP0000001", CustomsTier.SUBORDINATE, UnitLevel.SECTION, "综合业务科", "北浦关"));

    /** post code, unit code, name */
    private static final List<String[]> POSTS = List.of(
            new String[] {"yz-chief", REGIONAL, "关长"},
            new String[] {"yz-deputy-operations", REGIONAL, "分管业务副关长"},
            new String[] {"yz-deputy-affairs", REGIONAL, "分管综合副关长"},
            new String[] {"yz-office-head", "YZ-BGS", HEADS},
            new String[] {"yz-office-review", "YZ-MSK", "核稿"},
            new String[] {"yz-registry", "YZ-JYK", "文书"},
            new String[] {"yz-disclosure", "YZ-ZWGK", "政务公开"},
            new String[] {"yz-secrecy", "YZ-JYK", "保密审查"},
            new String[] {"yz-systems", "YZ-KJC", "系统运行"},
            new String[] {"jw-chief", "JW0000001", "关长"},
            new String[] {"lg-chief", "LG0000001", "关长"},
            new String[] {"bp-chief", "BP0000001", "关长"},
            new String[] {"zs-office", "ZS-BGT", "督查"});

    private static final List<PersonLine> PEOPLE = List.of(
            person("guan.zm", "关振明", "关长", "yz-chief", "LEADER@" + REGIONAL, "RELEASE_APPROVER@" + REGIONAL),
            person("li.gh", "李光海", "副关长", "yz-deputy-operations", "LEADER@" + REGIONAL),
            person("wu.yl", "吴雅兰", "副关长", "yz-deputy-affairs", "LEADER@" + REGIONAL, "RELEASE_APPROVER@" + REGIONAL),
            person(
                    "zheng.wb",
                    "郑文博",
                    "主任",
                    "yz-office-head",
                    "OFFICE_REVIEWER@" + REGIONAL,
                    "DEPARTMENT_REVIEWER@YZ-BGS"),
            person("chen.js", "陈景山", "科长", "yz-office-review", "OFFICE_REVIEWER@" + REGIONAL, "DRAFTER@YZ-BGS"),
            person("jiang.xt", "蒋晓彤", "科员", "yz-office-review", "OFFICE_REVIEWER@" + REGIONAL, "DRAFTER@YZ-BGS"),
            person("xu.mh", "许明慧", "科长", "yz-registry", "REGISTRAR@" + REGIONAL),
            person("qian.yc", "钱亦晨", "科员", "yz-registry", "REGISTRAR@" + REGIONAL),
            person("luo.qy", "罗清扬", "科长", "yz-disclosure", "DISCLOSURE_OFFICER@" + REGIONAL, "DRAFTER@YZ-ZWGK"),
            person("tang.yz", "唐玉珍", "副科长", "yz-disclosure", "DISCLOSURE_OFFICER@" + REGIONAL),
            person("shen.lj", "沈立军", "副科长", "yz-secrecy", "SECRECY_REVIEWER@" + REGIONAL),
            person("he.rx", "何若曦", "科员", "yz-secrecy", "SECRECY_REVIEWER@" + REGIONAL),
            person("fang.zk", "方志宽", "主任科员", "yz-systems", "BUSINESS_ADMINISTRATOR@" + REGIONAL),
            person("ding.yh", "丁艺涵", "科员", "yz-systems", "BUSINESS_ADMINISTRATOR@" + REGIONAL),
            person("zhou.lh", "周立恒", "处长", "YZ-KAJG!", "DEPARTMENT_REVIEWER@YZ-KAJG"),
            person("wang.ym", "王一鸣", "科员", "YZ-KAJG", "DRAFTER@YZ-KAJG"),
            person("lin.sy", "林书瑶", "处长", "YZ-FGC!", "DEPARTMENT_REVIEWER@YZ-FGC"),
            person("gao.zy", "高子昱", "科员", "YZ-FGC", "DRAFTER@YZ-FGC"),
            person("zhao.dx", "赵德欣", "处长", "YZ-WSJY!", "DEPARTMENT_REVIEWER@YZ-WSJY"),
            person("feng.kl", "冯凯乐", "科员", "YZ-WSJY", "DRAFTER@YZ-WSJY"),
            person("sun.hb", "孙海波", "处长", "YZ-QYGL!", "DEPARTMENT_REVIEWER@YZ-QYGL"),
            person("peng.ya", "彭雨安", "科员", "YZ-QYGL", "DRAFTER@YZ-QYGL"),
            person("cao.wj", "曹文静", "处长", "YZ-GSC!", "DEPARTMENT_REVIEWER@YZ-GSC"),
            person("yuan.ht", "袁浩天", "科员", "YZ-GSC", "DRAFTER@YZ-GSC"),
            person("deng.jq", "邓佳琪", "处长", "YZ-TJFX!", "DEPARTMENT_REVIEWER@YZ-TJFX"),
            person("xie.mr", "谢沐然", "科员", "YZ-TJFX", "DRAFTER@YZ-TJFX"),
            person("han.gq", "韩国强", "处长", "YZ-RSC!", "DEPARTMENT_REVIEWER@YZ-RSC"),
            person("tian.xy", "田欣怡", "科员", "YZ-RSC", "DRAFTER@YZ-RSC"),
            person("dong.zx", "董子轩", "处长", "YZ-KJC!", "DEPARTMENT_REVIEWER@YZ-KJC"),
            person("su.yn", "苏一诺", "科员", "YZ-KJC", "DRAFTER@YZ-KJC"),
            person("ye.cs", "叶长松", "关长", "jw-chief", "LEADER@JW0000001", "DEPARTMENT_REVIEWER@JW0000001"),
            person("he.yf", "何宇凡", "科长", "YZ-JW-ZH", "DRAFTER@JW0000001", "DISCLOSURE_OFFICER@JW0000001"),
            person("lu.jm", "陆建民", "关长", "lg-chief", "LEADER@LG0000001", "DEPARTMENT_REVIEWER@LG0000001"),
            person("ren.sq", "任思琪", "科长", "YZ-LG-ZH", "DRAFTER@LG0000001", "DISCLOSURE_OFFICER@LG0000001"),
            person("shi.gd", "石广达", "关长", "bp-chief", "LEADER@BP0000001", "DEPARTMENT_REVIEWER@BP0000001"),
            person("bai.xl", "白雪莲", "科长", "YZ-BP-ZH", "DRAFTER@BP0000001", "DISCLOSURE_OFFICER@BP0000001"),
            person("jin.cp", "金楚平", "督查专员", "zs-office", "DISCLOSURE_OFFICER@ZS0000001"));

    private final OrganizationIntake organization;
    private final AccountIntake accounts;

    DemoOrganization(OrganizationIntake organization, AccountIntake accounts) {
        this.organization = organization;
        this.accounts = accounts;
    }

    private static PersonLine person(String account, String name, String title, String post, String... roles) {
        return new PersonLine(account, name, title, post, List.of(roles));
    }

    /** ids by code and account */
    record Directory(Map<String, Long> units, Map<String, Long> posts, Map<String, Long> people) {

        long unit(String code) {
            return found(units.get(code), code);
        }

        long post(String code) {
            return found(posts.get(code), code);
        }

        long person(String account) {
            return found(people.get(account), account);
        }

        private static long found(@Nullable Long id, String key) {
            if (id == null) {
                throw new IllegalStateException("no such sample: " + key);
            }
            return id;
        }
    }

    Directory build(String password) {
        var units = new HashMap<String, Long>();
        var posts = new HashMap<String, Long>();
        var people = new HashMap<String, Long>();
        int position = 0;
        for (UnitLine line : UNITS) {
            long unit = organization.openUnit(new OrganizationIntake.NewUnit(
                    line.code(),
                    line.name(),
                    line.shortName(),
                    line.tier(),
                    line.level(),
                    line.parent().isEmpty() ? null : units.get(line.parent()),
                    ++position,
                    SINCE));
            units.put(line.code(), unit);
            if (line.level() != UnitLevel.AUTHORITY) {
                posts.put(
                        line.code(),
                        organization.openPost(line.code().toLowerCase(Locale.ROOT) + "-staff", "经办", unit, SINCE));
                if (!line.code().equals("YZ-BGS")) {
                    posts.put(
                            line.code() + "!",
                            organization.openPost(line.code().toLowerCase(Locale.ROOT) + "-head", HEADS, unit, SINCE));
                }
            }
        }
        for (String[] post : POSTS) {
            posts.put(post[0], organization.openPost(post[0], post[2], units.get(post[1]), SINCE));
        }
        int number = 0;
        for (PersonLine line : PEOPLE) {
            long person = organization.employ(new OrganizationIntake.NewPerson(
                    line.name(), "%05d".formatted(++number), posts.get(line.post()), line.title(), number, SINCE));
            people.put(line.account(), person);
            accounts.open(AccountIntake.NewAccount.of(line.account(), line.name(), person, password));
            for (String role : line.roles()) {
                String[] parts = role.split("@");
                accounts.grant(line.account(), parts[0], units.get(parts[1]), SINCE, null);
            }
        }
        secondPosts(posts, people);
        administrators(password);
        doors();
        return new Directory(units, posts, people);
    }

    /** people with several posts: the head of the subordinate office also heads its general section */
    private void secondPosts(Map<String, Long> posts, Map<String, Long> people) {
        organization.assign(people.get("ye.cs"), posts.get("YZ-JW-ZH!"), "关长", 1, SINCE, null);
        organization.assign(people.get("lu.jm"), posts.get("YZ-LG-ZH!"), "关长", 1, SINCE, null);
        organization.assign(people.get("shi.gd"), posts.get("YZ-BP-ZH!"), "关长", 1, SINCE, null);
        organization.assign(people.get("luo.qy"), posts.get("YZ-ZWGK!"), "科长", 1, SINCE, null);
        organization.assign(people.get("chen.js"), posts.get("YZ-MSK!"), "科长", 1, SINCE, null);
    }

    private void administrators(String password) {
        String[][] three = {
            {"admin.system", "系统管理员", "SYSTEM_ADMINISTRATOR"},
            {"admin.security", "安全管理员", "SECURITY_ADMINISTRATOR"},
            {"admin.audit", "审计管理员", "AUDIT_ADMINISTRATOR"}
        };
        for (String[] line : three) {
            accounts.open(new AccountIntake.NewAccount(line[0], line[1], null, password, false, null));
            accounts.grant(line[0], line[2], null, SINCE, null);
        }
    }

    private void doors() {
        String[][] doors = {
            {"wang.ym", "公文", "起草人", "口岸监管处 王一鸣"},
            {"zhou.lh", "公文", "部门负责人", "口岸监管处 周立恒"},
            {"chen.js", "公文", "核稿", "秘书科 陈景山"},
            {"li.gh", "公文", "签发人", "副关长 李光海"},
            {"xu.mh", "公文", "文书（复核编号）", "机要档案科 许明慧"},
            {"luo.qy", "公开", "政务公开岗", "政务公开科 罗清扬"},
            {"shen.lj", "公开", "保密审查", "机要档案科 沈立军"},
            {"wu.yl", "公开", "发布审批", "副关长 吴雅兰"},
            {"he.yf", "公开", "隶属海关公开岗", "江湾海关 何宇凡"},
            {"fang.zk", "管理", "业务管理员", "模板、编号、日历"},
            {"admin.system", "管理", "系统管理员", "机构、人员、账号"},
            {"admin.security", "管理", "安全管理员", "授权、安全策略"},
            {"admin.audit", "管理", "审计管理员", "审计账"}
        };
        int position = 0;
        for (String[] door : doors) {
            accounts.offerDemoDoor(door[0], door[1], door[2], door[3], ++position);
        }
    }
}
