package org.guanwu.foundation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.shared.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one place where a failure becomes an answer: a problem document (RFC 9457) for programs, a page for people.
 * Nothing of the fault itself is shown; an unexpected one is logged under the incident number that the reader sees.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final FrameAdvice frames;
    private final ObjectProvider<PublicErrorPage> publicPages;

    Failures(FrameAdvice frames, ObjectProvider<PublicErrorPage> publicPages) {
        this.frames = frames;
        this.publicPages = publicPages;
    }

    @ExceptionHandler(NotFound.class)
    Object notFound(HttpServletRequest request) {
        return answer(request, page(404));
    }

    @ExceptionHandler(Refusal.class)
    Object refused(Refusal refusal, HttpServletRequest request) {
        return answer(
                request,
                new ErrorPage(409, "这一步现在不能办", refusal.getMessage(), "没有任何内容被改动。请返回上一页查看当前状态。", List.of(), null));
    }

    @ExceptionHandler(InvalidInput.class)
    Object invalid(InvalidInput input, HttpServletRequest request) {
        return answer(
                request, new ErrorPage(422, "填写的内容需要修改", "请按下列提示修改后再提交。", "返回上一页，已填内容仍在。", input.problems(), null));
    }

    @ExceptionHandler(BindException.class)
    Object unbindable(BindException binding, HttpServletRequest request) {
        var problems = binding.getFieldErrors().stream()
                .map(e -> new FieldProblem(
                        e.getField(), e.isBindingFailure() ? "格式不正确，请检查。" : message(e.getDefaultMessage())))
                .toList();
        return answer(request, new ErrorPage(422, "填写的内容需要修改", "请按下列提示修改后再提交。", "返回上一页，已填内容仍在。", problems, null));
    }

    /** letters where a number belongs, half a JSON document: Spring does not count these as errors that carry a status */
    @ExceptionHandler({TypeMismatchException.class, HttpMessageNotReadableException.class})
    Object unreadable(HttpServletRequest request) {
        return answer(request, page(400));
    }

    @ExceptionHandler(StaleVersion.class)
    Object stale(StaleVersion stale, HttpServletRequest request) {
        return answer(
                request,
                new ErrorPage(412, "内容已被更新", stale.getMessage(), "您的修改没有覆盖别人的内容。请返回后对照最新内容再保存。", List.of(), null));
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class, MultipartException.class})
    Object tooLarge(HttpServletRequest request) {
        return answer(
                request, new ErrorPage(413, "文件太大或上传中断", "单个文件不超过 60 MB，一次不超过 240 MB。", "请压缩或分次上传。", List.of(), null));
    }

    /** the database refused one of two simultaneous acts; pressing again is safe */
    @ExceptionHandler(ConcurrencyFailureException.class)
    Object concurrent(HttpServletRequest request) {
        return answer(request, new ErrorPage(409, "刚有他人在办理", "同一时间有他人对此件做了操作。", "没有任何内容被改动，请刷新后再试。", List.of(), null));
    }

    @ExceptionHandler(Exception.class)
    Object unexpected(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().value() < 500) {
            return answer(request, page(known.getStatusCode().value()));
        }
        String incident = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), failure);
        return answer(
                request,
                new ErrorPage(500, "系统出错了", "这一步没有完成，也没有留下一半的结果。", "请稍后再试；如仍不行，请把错误编号告诉系统管理员。", List.of(), incident));
    }

    static ErrorPage page(int status) {
        return switch (status) {
            case 400 -> new ErrorPage(400, "请求的格式不对", "网址或提交的内容不完整。", "请从首页重新进入。", List.of(), null);
            case 401 -> new ErrorPage(401, "请先登录", "登录已过期或尚未登录。", "登录后会回到原来的页面。", List.of(), null);
            case 403 ->
                new ErrorPage(403, "页面已过期", "为防止他人冒用，提交前需要确认是您本人打开的页面。", "请返回上一页，刷新后再提交，已填内容请先复制。", List.of(), null);
            case 404 -> new ErrorPage(404, "没有这个页面", "网址可能已经改变，或者您没有查看它的权限。", "可以检索文号或标题，或从首页进入。", List.of(), null);
            case 405 -> new ErrorPage(405, "不能这样打开", "这个网址不支持此种操作。", "请从页面上的按钮操作。", List.of(), null);
            case 406, 415 -> new ErrorPage(status, "格式不支持", "系统不接受或不提供这种格式。", "请查看接口说明。", List.of(), null);
            case 413 -> new ErrorPage(413, "提交的内容太大", "超过了允许的大小。", "请压缩或分次提交。", List.of(), null);
            case 429 -> new ErrorPage(429, "操作太频繁", "短时间内的请求过多。", "请稍后再试。", List.of(), null);
            default -> new ErrorPage(status, "这个请求不能完成", "请求无法处理。", "请返回上一页。", List.of(), null);
        };
    }

    Object answer(HttpServletRequest request, ErrorPage page) {
        if (wantsProblem(request)) {
            return ResponseEntity.status(page.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(request, page));
        }
        boolean isOffice = request.getRequestURI().startsWith("/office");
        PublicErrorPage publicPage = publicPages.getIfAvailable();
        if (!isOffice && publicPage != null) {
            var view = publicPage.view(request, page);
            view.setStatus(HttpStatus.valueOf(page.status()));
            return view;
        }
        var view = new ModelAndView(isOffice ? "web/error" : "web/public-error");
        view.setStatus(HttpStatus.valueOf(page.status()));
        view.addObject("frame", frames.frame(request));
        view.addObject("page", page);
        return view;
    }

    static boolean wantsProblem(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getRequestURI().startsWith("/api/")
                || accept != null && accept.contains("json") && !accept.contains("text/html");
    }

    private static ProblemDetail problem(HttpServletRequest request, ErrorPage page) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(page.status()), page.explanation());
        problem.setTitle(page.title());
        problem.setInstance(URI.create(request.getRequestURI()));
        if (!page.problems().isEmpty()) {
            problem.setProperty("problems", page.problems());
        }
        if (page.incident() != null) {
            problem.setProperty("incident", page.incident());
        }
        return problem;
    }

    private static String message(@Nullable String text) {
        return text == null || text.isBlank() ? "请检查这一项。" : text;
    }
}
