package org.guanwu.portal;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the portal says about its owner, on every page and in the meta tags that inspections read
 * (国办发〔2017〕47号 government web site guide).
 *
 * @param siteName 海关名称
 * @param siteIdCode 网站标识码
 * @param baseUrl absolute address for feeds, site map and the citation; empty: taken from the request
 * @param oftenSearched 大家在找 on the home page, at most five
 * @param fonts font files for PDF, tried in order before the ones found on the machine
 */
@ConfigurationProperties("guanwu.portal")
public record PortalSettings(
        @DefaultValue("云州海关") String siteName,
        @DefaultValue("云州海关办公室（政务公开办公室）") String organizer,
        @DefaultValue("") String address,
        @DefaultValue("工作日 8:30—12:00，13:30—17:00") String officeHours,
        @DefaultValue("12360") String telephone,
        @DefaultValue("0000000000") String siteIdCode,
        @DefaultValue("") String icpNumber,
        @DefaultValue("") String policeNumber,
        @DefaultValue("") String baseUrl,
        @DefaultValue({}) List<String> oftenSearched,
        @DefaultValue({}) List<String> fonts) {

    public PortalSettings {
        oftenSearched = List.copyOf(oftenSearched);
        fonts = List.copyOf(fonts);
    }
}
