package org.guanwu.foundation.identity.domain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts second-factor secrets for storage (GB/T 22239-2019 8.1.4.8: 鉴别数据存储保密性). The key lies outside the
 * database, so that a stolen dump opens no door. Several nodes share it by {@code guanwu.identity.secret-key}.
 */
@Component
class SecretSealing {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;

    SecretSealing(IdentitySettings settings, @Value("${guanwu.data-dir:./data}") String dataDir) throws IOException {
        byte[] bytes = settings.secretKey().isEmpty()
                ? fromFile(Path.of(dataDir, "keys", "identity.key"))
                : Base64.getDecoder().decode(settings.secretKey());
        if (bytes.length != 32) {
            throw new IllegalStateException("guanwu.identity.secret-key must be 32 bytes in base64");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    private static byte[] fromFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(Digests.randomBytes(32)));
            } catch (FileAlreadyExistsException byAnotherProcess) {
                return fromFile(file);
            }
        }
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }

    String seal(byte[] secret) {
        try {
            byte[] nonce = Digests.randomBytes(NONCE);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(secret);
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    byte[] open(String text) {
        byte[] all = Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, all, 0, NONCE));
            return cipher.doFinal(Arrays.copyOfRange(all, NONCE, all.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key in the data directory does not fit this database", e);
        }
    }
}
