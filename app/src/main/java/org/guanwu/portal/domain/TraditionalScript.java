package org.guanwu.portal.domain;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import org.springframework.stereotype.Component;

/**
 * 简转繁, by phrases. Markup passes unharmed: only Chinese characters are replaced, each by exactly the characters that a
 * reader of traditional Chinese expects.
 */
@Component
public class TraditionalScript {

    public String of(String simplified) {
        return simplified.isEmpty() ? simplified : ZhConverterUtil.toTraditional(simplified);
    }

    /** what somebody typed in traditional characters, as the documents are written */
    public String simplified(String typed) {
        return typed.isEmpty() ? typed : ZhConverterUtil.toSimple(typed);
    }
}
