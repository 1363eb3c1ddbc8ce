package org.guanwu.office.secrecyreview;

import java.util.List;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.structuredtext.StructuredText;

/** The automatic checks by themselves, for those who must know before they knock at the gate. */
public interface LeakChecks {

    List<Leak> inText(StructuredText text);

    /** one line, such as a title */
    List<Leak> inLine(String line);

    /** content, hidden parts and properties of a stored file; an unreadable file is itself a finding */
    List<Leak> inFile(StoredFile file);
}
