package org.guanwu.foundation.audit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * SM3 密码杂凑算法 (GB/T 32905-2016), behind one method so that a certified cryptographic module can take its place: provide
 * a bean of this type.
 */
@FunctionalInterface
public interface Sm3 {

    byte[] digest(byte[] content);

    /** lower-case hex of the digest of the text's UTF-8 bytes */
    default String hex(String text) {
        return HexFormat.of().formatHex(digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Sm3 bouncyCastle() {
        return content -> {
            var sm3 = new SM3Digest();
            sm3.update(content, 0, content.length);
            byte[] digest = new byte[sm3.getDigestSize()];
            sm3.doFinal(digest, 0);
            return digest;
        };
    }
}
