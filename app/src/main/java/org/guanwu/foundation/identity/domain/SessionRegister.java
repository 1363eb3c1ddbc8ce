package org.guanwu.foundation.identity.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.IdentityAct;
import org.guanwu.foundation.identity.Permission;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 会话: where an account is signed in, and ending it there. */
@Service
public class SessionRegister {

    public static final String ADDRESS = "guanwu.address";
    public static final String BROWSER = "guanwu.browser";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final AccountRepository accounts;
    private final AccountReach reach;
    private final IdentityActs acts;

    SessionRegister(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            AccountRepository accounts,
            AccountReach reach,
            IdentityActs acts) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.reach = reach;
        this.acts = acts;
    }

    /** @param key a digest of the session id: the id itself is the key to the session and is never shown */
    public record OpenSession(
            String key, Instant createdAt, Instant lastUsedAt, String address, String browser, boolean isThis) {}

    public List<OpenSession> list(String accountName, String ownSessionId) {
        return sessions.findByPrincipalName(accountName).values().stream()
                .filter(s -> !s.isExpired())
                .map(s -> new OpenSession(
                        key(s.getId()),
                        s.getCreationTime(),
                        s.getLastAccessedTime(),
                        text(s, ADDRESS),
                        text(s, BROWSER),
                        s.getId().equals(ownSessionId)))
                .sorted(Comparator.comparing(OpenSession::lastUsedAt).reversed())
                .toList();
    }

    @Transactional
    public void endOwn(Actor actor, String accountName, String key) {
        if (end(accountName, id -> key(id).equals(key)) > 0) {
            acts.publish(IdentityAct.by(actor, "identity.session-ended", accountName, Map.of()));
        }
    }

    /** after a change of password, and by the button 退出其他会话 */
    @Transactional
    public void endOthers(String accountName, String ownSessionId) {
        end(accountName, id -> !id.equals(ownSessionId));
    }

    /** by an administrator, at once on every node */
    @Transactional
    public int endAll(Actor actor, long accountId) {
        Account account = accounts.get(accountId);
        var permission = actor.may(Permission.ACCOUNT_EDIT) ? Permission.ACCOUNT_EDIT : Permission.SECURITY_POLICY_EDIT;
        reach.require(actor, permission, account, "会话由系统管理员或安全管理员结束。");
        String name = account.name();
        int ended = endAll(name);
        acts.publish(IdentityAct.by(actor, "identity.sessions-ended", name, Map.of("count", String.valueOf(ended))));
        return ended;
    }

    int endAll(String accountName) {
        return end(accountName, id -> true);
    }

    private int end(String accountName, Predicate<String> which) {
        var ids = sessions.findByPrincipalName(accountName).keySet().stream()
                .filter(which)
                .toList();
        ids.forEach(sessions::deleteById);
        return ids.size();
    }

    private static String key(String sessionId) {
        return Digests.sha256(sessionId).substring(0, 24);
    }

    private static String text(Session session, String attribute) {
        Object value = session.getAttribute(attribute);
        return value instanceof String text ? text : "";
    }
}
