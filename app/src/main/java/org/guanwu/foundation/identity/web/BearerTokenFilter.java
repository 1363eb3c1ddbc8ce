package org.guanwu.foundation.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.guanwu.foundation.identity.domain.ApiTokenRegister;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code Authorization: Bearer gw_…}. The security context is Spring's and ends with its chain; the product itself asks
 * only {@code request.getUserPrincipal()}. Not a bean: as one it would also run outside its chain.
 */
final class BearerTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiTokenRegister tokens;

    BearerTokenFilter(ApiTokenRegister tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            tokens.findHolder(header.substring(SCHEME.length()).strip())
                    .ifPresent(holder ->
                            SecurityContextHolder.setContext(new SecurityContextImpl(AccountAuthentication.ofToken(
                                    holder.accountId(),
                                    holder.accountName(),
                                    holder.hasSecondFactor(),
                                    holder.scopes()))));
        }
        chain.doFilter(request, response);
    }
}
