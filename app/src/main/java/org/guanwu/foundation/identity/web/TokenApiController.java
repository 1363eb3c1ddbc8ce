package org.guanwu.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.identity.ApiTokens;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.domain.ApiTokenRegister;
import org.guanwu.foundation.identity.domain.DemoDoors;
import org.guanwu.foundation.identity.domain.SignIn;
import org.guanwu.foundation.identity.domain.SignIn.Attempt;
import org.guanwu.foundation.identity.domain.SignIn.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A token without a browser, for scripts: the same password, second factor, lock-out and counting by address as the
 * sign-in page. It is named by the caller and valid for a day unless he asks for more.
 */
@RestController
class TokenApiController {

    private final SignIn signIn;
    private final ApiTokenRegister tokens;
    private final DemoDoors doors;

    TokenApiController(SignIn signIn, ApiTokenRegister tokens, DemoDoors doors) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.doors = doors;
    }

    /** @param code of the second factor, where the account has one */
    record TokenRequest(
            @Nullable String account,
            @Nullable String password,
            @Nullable String code,
            @Nullable String label,
            @Nullable Set<String> scopes,
            @Nullable Integer days) {}

    record IssuedToken(String token, Set<String> scopes, int days) {}

    @Anyone
    @PostMapping(path = "/api/v1/sessions/token", consumes = "application/json", produces = "application/json")
    ResponseEntity<?> issue(@RequestBody TokenRequest wanted, HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (!(signIn.attempt(orEmpty(wanted.account()), orEmpty(wanted.password()), address)
                instanceof Attempt.Accepted accepted)) {
            return problem(HttpStatus.UNAUTHORIZED, "账号或口令不正确，或已锁定。");
        }
        long id = accepted.accountId();
        boolean isShown = wanted.code() != null
                && signIn.verifySecondFactor(id, wanted.code(), address) instanceof Attempt.Accepted;
        Step remaining = signIn.nextStep(id, isShown);
        boolean isDemo = doors.isDemo() && remaining == Step.ENROLMENT;
        if (remaining != Step.DONE && !isDemo) {
            return switch (remaining) {
                case SECOND_FACTOR -> problem(HttpStatus.UNAUTHORIZED, "需要动态口令，请在 code 中给出。");
                case ENROLMENT, PASSWORD_CHANGE, DONE -> problem(HttpStatus.CONFLICT, "请先在登录页完成改口令或绑定动态口令。");
            };
        }
        Set<String> scopes = wanted.scopes() == null ? everything() : wanted.scopes();
        int days = wanted.days() == null ? 1 : wanted.days();
        String label = wanted.label() == null ? "接口签发" : wanted.label();
        String token = tokens.issueForProgram(id, label, scopes, Duration.ofDays(days), isShown || isDemo, address);
        signIn.complete(id, "token", address);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Cache-Control", "no-store")
                .body(new IssuedToken(token, scopes, days));
    }

    /** whatever the account may do, now or later: for scripts of one person, not for systems */
    private static Set<String> everything() {
        Set<String> scopes = Arrays.stream(Permission.values())
                .filter(p -> p.group() == Permission.Group.ADMINISTRATION)
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        scopes.add(ApiTokens.ALL_BUSINESS);
        return scopes;
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
