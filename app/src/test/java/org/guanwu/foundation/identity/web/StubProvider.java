package org.guanwu.foundation.identity.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** An identity provider with two endpoints: whoever comes with a code is the subject it was told. */
final class StubProvider implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;
    private String subject = "";
    private String nonce = "";

    StubProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks", e -> answer(e, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", e -> answer(e, tokens()));
        server.start();
    }

    void willSay(String newSubject, String newNonce) {
        this.subject = newSubject;
        this.nonce = newNonce;
    }

    ClientRegistration registration() {
        return ClientRegistration.withRegistrationId("oidc")
                .clientId("guanwu")
                .clientSecret("secret")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid")
                .authorizationUri(url() + "/authorize")
                .tokenUri(url() + "/token")
                .jwkSetUri(url() + "/jwks")
                .issuerUri(url())
                .userNameAttributeName("sub")
                .build();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String tokens() {
        try {
            long now = System.currentTimeMillis();
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(url())
                            .subject(subject)
                            .audience("guanwu")
                            .issueTime(new Date(now))
                            .expirationTime(new Date(now + 60_000))
                            .claim("nonce", nonce)
                            .build());
            jwt.sign(new RSASSASigner(key));
            return "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"scope\":\"openid\",\"id_token\":\""
                    + jwt.serialize() + "\"}";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
