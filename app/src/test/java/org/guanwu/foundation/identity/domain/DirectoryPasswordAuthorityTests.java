package org.guanwu.foundation.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectoryPasswordAuthorityTests {

    private InMemoryDirectoryServer server;
    private DirectoryPasswordAuthority authority;

    @BeforeEach
    void startDirectory() throws LDAPException, LDIFException {
        var config = new InMemoryDirectoryServerConfig("dc=yunzhou,dc=example");
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("local", 0));
        server = new InMemoryDirectoryServer(config);
        server.add("dn: dc=yunzhou,dc=example", "objectClass: domain", "dc: yunzhou");
        server.add("dn: ou=people,dc=yunzhou,dc=example", "objectClass: organizationalUnit", "ou: people");
        for (String uid : new String[] {"y1001", "y1002"}) {
            server.add(
                    "dn: uid=" + uid + ",ou=people,dc=yunzhou,dc=example",
                    "objectClass: inetOrgPerson",
                    "uid: " + uid,
                    "cn: " + uid,
                    "sn: " + uid,
                    "userPassword: Kunyu-" + uid);
        }
        server.startListening();
        authority = authority(server.getListenPort());
    }

    private static DirectoryPasswordAuthority authority(int port) {
        return new DirectoryPasswordAuthority(
                new DirectorySettings("ldap://127.0.0.1:" + port, "dc=yunzhou,dc=example", "", "", "uid"));
    }

    @AfterEach
    void stopDirectory() {
        server.shutDown(true);
    }

    private static Account account(String externalId) {
        return new Account(
                1, "wangmou", "王某", 7L, externalId, true, null, null, false, null, null, 0, Instant.EPOCH, null, 0);
    }

    @Test
    void bindsAsThePersonWithTheExternalId() {
        assertThat(authority.accepts(account("y1001"), "Kunyu-y1001")).isTrue();
        assertThat(authority.accepts(account("y1001"), "Kunyu-y1002")).isFalse();
        assertThat(authority.accepts(account("y9999"), "Kunyu-y1001")).isFalse();
    }

    @Test
    void anEmptyPasswordIsNotAnAnonymousBind() {
        assertThat(authority.accepts(account("y1001"), "")).isFalse();
        assertThat(authority.accepts(account(null), "Kunyu-y1001")).isFalse();
    }

    @Test
    void aFilterCannotBeTypedIntoTheIdentifier() {
        for (String odd : new String[] {"*", "y1001)(uid=*", "(", "\0", "y100*"}) {
            assertThat(authority.accepts(account(odd), "Kunyu-y1001")).as(odd).isFalse();
        }
    }

    @Test
    void aDirectoryThatDoesNotAnswerLetsNobodyIn() {
        int port = server.getListenPort();
        server.shutDown(true);
        assertThat(authority(port).accepts(account("y1001"), "Kunyu-y1001")).isFalse();
    }
}
