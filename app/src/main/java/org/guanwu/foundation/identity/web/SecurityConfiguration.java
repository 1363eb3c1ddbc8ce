package org.guanwu.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.domain.ApiTokenRegister;
import org.guanwu.foundation.identity.domain.IdentitySettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;

/**
 * Three doors: programs of the office with a token, the public API with nothing, browsers with a session. What may be
 * reached behind a door is said by each handler and enforced by {@link Guard}; these chains are the outer wall.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final IdentitySettings settings;
    private final SignInEntryPoint entryPoint;

    SecurityConfiguration(IdentitySettings settings, SignInEntryPoint entryPoint) {
        this.settings = settings;
        this.entryPoint = entryPoint;
    }

    @Bean
    @Order(1)
    SecurityFilterChain officePrograms(HttpSecurity http, ApiTokenRegister tokens, RequestActor actors) {
        return http.securityMatcher("/api/v1/office/**", "/actuator/**")
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(this::strict)
                .addFilterBefore(new BearerTokenFilter(tokens), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(a -> a.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(permitted(actors, Permission.SYSTEM_OPERATE))
                        .anyRequest()
                        .access(signedIn(actors)))
                .exceptionHandling(e -> e.authenticationEntryPoint(
                                (request, response, failure) -> entryPoint.commence(request, response))
                        .accessDeniedHandler((request, response, failure) ->
                                ProblemWriter.write(response, 403, "没有权限", "这个令牌没有所需的权限。", request.getRequestURI())))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain publicPrograms(HttpSecurity http) {
        return http.securityMatcher("/api/**", "/v3/api-docs/**", "/feeds/**", "/sitemap.xml", "/robots.txt")
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(this::strict)
                .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain browsers(
            HttpSecurity http,
            RequestActor actors,
            ExpiredPageHandler expiredPage,
            OidcArrival arrival,
            ObjectProvider<ClientRegistrationRepository> provider) {
        ClientRegistrationRepository oidc = provider.getIfAvailable();
        if (oidc != null) {
            withOidc(http, oidc, arrival);
        }
        return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(this::strict)
                .authorizeHttpRequests(a -> a.requestMatchers("/office", "/office/**")
                        .access(signedIn(actors))
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(e -> e.authenticationEntryPoint(
                                (request, response, failure) -> entryPoint.commence(request, response))
                        .accessDeniedHandler(expiredPage))
                .build();
    }

    static void withOidc(HttpSecurity http, ClientRegistrationRepository oidc, OidcArrival arrival) {
        http.oauth2Login(o -> o.clientRegistrationRepository(oidc)
                .authorizedClientRepository(new NoClientTokens())
                .loginPage("/sign-in")
                .successHandler(arrival)
                .failureHandler((request, response, failure) -> response.sendRedirect("/sign-in?failed")));
    }

    /** Spring Boot would make up a user with a printed password if nobody offered this. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("accounts are signed in by SignIn");
        };
    }

    private void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(c -> c.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(r -> r.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(p -> p.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                .crossOriginOpenerPolicy(
                        c -> c.policy(CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                        c -> c.policy(CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy.SAME_ORIGIN))
                // what is public may be cached; what needs a sign-in never
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        SecurityConfiguration::isPersonal, new CacheControlHeadersWriter()));
        if (settings.hsts()) {
            headers.httpStrictTransportSecurity(h -> h.includeSubDomains(false).maxAgeInSeconds(31_536_000));
        } else {
            headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
        }
    }

    private static boolean isPersonal(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/office") || path.startsWith("/sign-in") || path.startsWith("/api/v1/office");
    }

    private static AuthorizationManager<RequestAuthorizationContext> signedIn(RequestActor actors) {
        return (authentication, context) ->
                new AuthorizationDecision(actors.find(context.getRequest()).isPresent());
    }

    private static AuthorizationManager<RequestAuthorizationContext> permitted(
            RequestActor actors, Permission permission) {
        return (authentication, context) -> new AuthorizationDecision(
                actors.find(context.getRequest()).filter(a -> a.may(permission)).isPresent());
    }
}
