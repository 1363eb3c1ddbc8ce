package org.guanwu.foundation.filestore.domain;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.guanwu.foundation.filestore.StoredFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredFileRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredFileRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(StoredFile file) {
        jdbc.sql("""
                        insert into filestore.stored_file (digest, media_type, size, file_name, stored_at)
                        values (?, ?, ?, ?, ?) on conflict (digest) do nothing""")
                .params(
                        file.digest(),
                        file.mediaType(),
                        file.size(),
                        file.fileName(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<StoredFile> find(String digest) {
        return jdbc.sql("select digest, media_type, size, file_name from filestore.stored_file where digest = ?")
                .param(digest)
                .query(StoredFile.class)
                .optional();
    }
}
