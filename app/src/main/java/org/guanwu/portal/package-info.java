/**
 * 政务公开门户: the public's doors to what the office has published.
 *
 * <p>Law: 政府信息公开条例第二十三条、第二十四条 (a unified platform with search, lookup and download); 国办公开办函〔2019〕61号
 * (head of a document page: 索引号、主题分类、发文机关、成文日期、标题、发文字号、发布日期、有效性); GB/T 37668-2019 and
 * 国办发〔2020〕45号 (accessibility, elder mode).
 *
 * <p>Pages: home, sections, list, search, document with print view and PDF, feeds, site map, and the same data as JSON.
 * A document's address is {@code /documents/} and its catalogue number, which contains one slash:
 * {@code /documents/MB1A2345X/2026-00112}.
 *
 * <p>It has no states, no tables and publishes no event. It listens to changes of search entries only to forget rendered
 * pages at once. Every page works without JavaScript, in three languages, in large type, on paper.
 *
 * <p>Never: reads anything that {@link org.guanwu.openness.publication.PublishedItems} and the public side of the search
 * do not show; imports a module of the office; sets a cookie that tells one reader from another.
 */
@ApplicationModule(
        displayName = "政务公开门户",
        allowedDependencies = {
            "foundation.shared",
            "foundation.identity",
            "foundation.web",
            "foundation.filestore",
            "foundation.search",
            "foundation.workingday",
            "openness.publication"
        })
@NullMarked
package org.guanwu.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
