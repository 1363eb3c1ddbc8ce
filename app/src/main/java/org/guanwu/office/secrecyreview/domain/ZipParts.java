package org.guanwu.office.secrecyreview.domain;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The parts of an OOXML or OFD package by name, read within limits that a crafted archive cannot exceed. */
record ZipParts(Map<String, byte[]> parts) {

    private static final int MOST_PARTS = 20_000;
    private static final long MOST_BYTES = 400L << 20;

    static ZipParts read(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long total = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes((int) Math.min(MOST_BYTES - total + 1, Integer.MAX_VALUE - 8));
                total += content.length;
                if (total > MOST_BYTES || parts.size() >= MOST_PARTS) {
                    throw new IOException("The package is larger than the limit when unpacked");
                }
                if (!entry.isDirectory()) {
                    parts.put(entry.getName(), content);
                }
            }
        }
        if (parts.isEmpty()) {
            throw new IOException("Not a package");
        }
        return new ZipParts(parts);
    }

    /** a package with some parts changed; null leaves a part out */
    byte[] rewrite(BiFunction<String, byte[], byte[]> change) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                // the time at which a part was written is metadata too
                entry.setTime(315_532_800_000L);
                zip.putNextEntry(entry);
                zip.write(change.apply(part.getKey(), part.getValue()));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
