package org.guanwu.office.secrecyreview.domain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guanwu.office.secrecyreview.Leak;
import org.guanwu.office.secrecyreview.LeakKind;

/** Camera data and texts in JPEG and PNG, found and cut out on the level of segments: the picture is not recoded. */
final class ImageLeaks {

    private static final Set<String> PNG_TEXTS = Set.of("tEXt", "zTXt", "iTXt", "eXIf");

    private ImageLeaks() {}

    static List<Leak> in(byte[] image) {
        List<String> found = new ArrayList<>();
        walk(image, found, new ByteArrayOutputStream());
        return found.isEmpty()
                ? List.of()
                : List.of(Leak.inFile(
                        LeakKind.LOCATION,
                        String.join("、", found.stream().distinct().toList())));
    }

    static byte[] clean(byte[] image) {
        var out = new ByteArrayOutputStream(image.length);
        walk(image, new ArrayList<>(), out);
        return out.toByteArray();
    }

    private static void walk(byte[] image, List<String> found, ByteArrayOutputStream out) {
        if (image.length > 4 && (image[0] & 0xFF) == 0xFF && (image[1] & 0xFF) == 0xD8) {
            jpeg(image, found, out);
        } else if (image.length > 8 && image[1] == 'P' && image[2] == 'N' && image[3] == 'G') {
            png(image, found, out);
        } else {
            out.writeBytes(image);
        }
    }

    private static void jpeg(byte[] image, List<String> found, ByteArrayOutputStream out) {
        out.write(image, 0, 2);
        int at = 2;
        while (at + 4 <= image.length && (image[at] & 0xFF) == 0xFF) {
            int marker = image[at + 1] & 0xFF;
            if (marker == 0xDA) {
                break;
            }
            int length = ((image[at + 2] & 0xFF) << 8 | image[at + 3] & 0xFF) + 2;
            if (length < 4 || at + length > image.length) {
                break;
            }
            String name = jpegSegment(
                    marker, new String(image, at + 4, Math.min(length - 4, 32), StandardCharsets.ISO_8859_1));
            if (name.isEmpty()) {
                out.write(image, at, length);
            } else {
                found.add(name);
            }
            at += length;
        }
        out.write(image, at, image.length - at);
    }

    private static String jpegSegment(int marker, String head) {
        if (marker == 0xE1 && head.startsWith("Exif")) {
            return "拍摄参数（EXIF）";
        }
        if (marker == 0xE1 && head.startsWith("http://ns.adobe.com")) {
            return "XMP 属性";
        }
        if (marker == 0xED) {
            return "IPTC 属性";
        }
        return marker == 0xFE ? "注释" : "";
    }

    private static void png(byte[] image, List<String> found, ByteArrayOutputStream out) {
        out.write(image, 0, 8);
        int at = 8;
        while (at + 12 <= image.length) {
            long length = ((image[at] & 0xFFL) << 24)
                    | ((image[at + 1] & 0xFFL) << 16)
                    | ((image[at + 2] & 0xFFL) << 8)
                    | (image[at + 3] & 0xFFL);
            if (length > image.length - at - 12) {
                break;
            }
            String type = new String(image, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (PNG_TEXTS.contains(type)) {
                found.add(type.equals("eXIf") ? "拍摄参数（EXIF）" : "文字属性");
            } else {
                out.write(image, at, (int) length + 12);
            }
            at += (int) length + 12;
        }
        out.write(image, at, image.length - at);
    }
}
