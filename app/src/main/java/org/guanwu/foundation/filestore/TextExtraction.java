package org.guanwu.foundation.filestore;

/** Full text of PDF, OFD, DOCX, XLSX and TXT; empty for a type without text. */
public interface TextExtraction {

    /** @throws org.guanwu.foundation.shared.InvalidInput when the file is damaged or protected by a password */
    String extract(StoredFile file);
}
