package org.guanwu.office.secrecyreview;

import java.util.List;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.structuredtext.StructuredText;

/** The automatic checks by themselves, for those who must know before they knock at the gate. */
public interface LeakChecks {

    List<Leak> inText(StructuredText text);

    /** one line, such as a title */
    List<Leak> inLine(String line);

    /**
     * For every place where content enters: a text with a secrecy marking is not taken (保守国家秘密法第三十一条第三项).
     *
     * @throws org.guanwu.foundation.shared.InvalidInput at {@code field}; nothing may be kept then
     */
    void refuseMarked(String field, String text);

    /** content, hidden parts and properties of a stored file; an unreadable file is itself a finding */
    List<Leak> inFile(StoredFile file);
}
