package org.guanwu.foundation.identity.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.guanwu.foundation.identity.AccountIntake.NewAccount;
import org.guanwu.foundation.shared.ChinaTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first start of a real installation: three administrators with one-time passwords, and nobody else. The passwords
 * go into a file that only the operator can read, never into a log; each must be changed, and a second factor enrolled,
 * at the first sign-in.
 */
@Component
@Profile("!demo")
@Order(0)
class FirstStart implements ApplicationRunner {

    static final String FILE = "first-sign-in.txt";
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final long LOCK = 0x6775616e7775L;

    private final AccountOpening accounts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path directory;

    FirstStart(
            AccountOpening accounts, JdbcClient jdbc, Clock clock, @Value("${guanwu.data-dir:./data}") String dataDir) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.directory = Path.of(dataDir);
    }

    private record Administrator(String account, String displayName, String role) {}

    private static final List<Administrator> THREE = List.of(
            new Administrator("sysadmin", "系统管理员", "SYSTEM_ADMINISTRATOR"),
            new Administrator("secadmin", "安全管理员", "SECURITY_ADMINISTRATOR"),
            new Administrator("auditadmin", "审计管理员", "AUDIT_ADMINISTRATOR"));

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        // two nodes may start for the first time together
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        boolean isKnown = jdbc.sql("select 1 from identity.account limit 1")
                .query(Integer.class)
                .optional()
                .isPresent();
        if (isKnown) {
            return;
        }
        var text = new StringBuilder("关务首次启动：三员账号与一次性口令。三人分别领取，首次登录须改口令并绑定动态口令。领取后请删除本文件。\n\n");
        for (Administrator one : THREE) {
            String password = Digests.oneTimePassword();
            accounts.open(new NewAccount(one.account(), one.displayName(), null, password, true, null));
            accounts.grant(one.account(), one.role(), null, ChinaTime.dateOf(clock.instant()), null);
            text.append("%s  账号 %s  口令 %s%n".formatted(one.displayName(), one.account(), password));
        }
        // before the commit: accounts whose passwords nobody knows would be worse than none
        Path file = write(text.toString());
        LOG.warn("First start: accounts of the three administrators are in {} (readable by you only)", file);
    }

    private Path write(String text) {
        Path file = directory.resolve(FILE).toAbsolutePath();
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ", so no account was opened", e);
        }
    }
}
