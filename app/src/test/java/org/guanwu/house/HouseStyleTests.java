package org.guanwu.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.identity.SignedIn;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMapping;

/** The tripwires of the house style. All offenders are named at once. */
class HouseStyleTests {

    private static final int HARD_STOP = 500;
    private static final int MAX_COLLABORATORS = 8;
    private static final Pattern FORBIDDEN_NAME = Pattern.compile(
            ".*(ServiceImpl|Manager|Helper|Util|Utils|DTO|VO|BO|Wrapper)$|^(Base|Common)[A-Z].*|^I[A-Z][a-z].*Service$");
    private static final Pattern BROAD_CATCH =
            Pattern.compile("catch \\((final )?(Exception|Throwable) |throws (Exception|Throwable)\\b");
    private static final Pattern OWN_CLOCK = Pattern.compile(
            "\\bInstant\\.now\\(\\)|LocalDate\\.now\\(\\)|LocalDateTime\\.now\\(\\)|ZonedDateTime\\.now\\(\\)");
    private static final Path MAIN = Path.of("src/main/java");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/gg/jte/generated/"))
            .importPackages("org.guanwu");

    @Test
    void fileSizes() {
        var sizes = new ArrayList<Integer>();
        var tooLong = new ArrayList<String>();
        for (Path file : javaFiles(MAIN)) {
            int lines = read(file).split("\n", -1).length;
            sizes.add(lines);
            if (lines > HARD_STOP) {
                tooLong.add(file + ": " + lines);
            }
        }
        sizes.sort(null);
        System.out.printf(
                "main files %d, median %d, p90 %d, longest %d lines%n",
                sizes.size(), sizes.get(sizes.size() / 2), sizes.get(sizes.size() * 9 / 10), sizes.getLast());
        assertThat(tooLong).isEmpty();
    }

    @Test
    void typeNamesAvoidTheForbiddenForms() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> FORBIDDEN_NAME.matcher(name).matches()))
                .isEmpty();
    }

    @Test
    void nothingCatchesEverything() {
        assertThat(linesMatching(BROAD_CATCH)).isEmpty();
    }

    @Test
    void timeComesFromTheInjectedClock() {
        assertThat(linesMatching(OWN_CLOCK)).isEmpty();
    }

    @Test
    void constructorsStaySmallAndFieldsAreNotInjected() {
        var offenders = new ArrayList<String>();
        for (JavaClass type : CLASSES) {
            if (type.isRecord() || type.isEnum() || type.isInterface()) {
                continue;
            }
            boolean isBean = type.getAnnotations().stream()
                    .anyMatch(a -> a.getRawType().getPackageName().startsWith("org.springframework"));
            type.getConstructors().stream()
                    .filter(c -> isBean && c.getRawParameterTypes().size() > MAX_COLLABORATORS)
                    .forEach(c -> offenders.add(c.getFullName()));
            type.getFields().stream()
                    .filter(f -> f.isAnnotatedWith(Autowired.class))
                    .forEach(f -> offenders.add(f.getFullName()));
        }
        assertThat(offenders).isEmpty();
    }

    @Test
    void everyHandlerSaysWhoMayReachIt() {
        var offenders = new ArrayList<String>();
        for (JavaClass type : CLASSES) {
            type.getMethods().forEach(method -> {
                var reflected = method.reflect();
                if (AnnotatedElementUtils.hasAnnotation(reflected, RequestMapping.class)) {
                    boolean says = Stream.of(Requires.class, SignedIn.class, Anyone.class)
                            .anyMatch(a -> AnnotatedElementUtils.hasAnnotation(reflected, a)
                                    || AnnotatedElementUtils.hasAnnotation(reflected.getDeclaringClass(), a));
                    var mapping = AnnotatedElementUtils.findMergedAnnotation(reflected, RequestMapping.class);
                    if (!says || mapping == null || mapping.method().length == 0) {
                        offenders.add(method.getFullName());
                    }
                }
            });
        }
        assertThat(offenders).isEmpty();
    }

    @Test
    void everyPackageIsDescribedAndNullMarked() {
        var offenders = new ArrayList<String>();
        CLASSES.stream().map(JavaClass::getPackage).distinct().forEach(p -> {
            if (p.tryGetPackageInfo().isEmpty() || !p.isAnnotatedWith(NullMarked.class)) {
                offenders.add(p.getName());
            }
        });
        assertThat(offenders).isEmpty();
    }

    @Test
    void domainDoesNotKnowTheWeb() {
        var offenders = new ArrayList<String>();
        for (JavaClass type : CLASSES) {
            if (type.getPackageName().endsWith(".domain")) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(d -> d.getTargetClass().getPackageName().contains(".web")
                                        && d.getTargetClass().getPackageName().startsWith("org.guanwu")
                                || d.getTargetClass().getPackageName().startsWith("jakarta.servlet"))
                        .forEach(d -> offenders.add(d.getDescription()));
            }
        }
        assertThat(offenders).isEmpty();
    }

    /** a streamed query keeps its connection until it is closed, and nobody closes it */
    @Test
    void queriesAreNotStreamed() {
        var offenders = new ArrayList<String>();
        for (JavaClass type : CLASSES) {
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().isEquivalentTo(JdbcClient.MappedQuerySpec.class)
                            && call.getTarget().getName().equals("stream"))
                    .forEach(call -> offenders.add(call.getDescription()));
        }
        assertThat(offenders).isEmpty();
    }

    @Test
    void aggregatesHaveNoSetters() {
        var offenders = new ArrayList<String>();
        for (JavaClass type : CLASSES) {
            if (type.getPackageName().endsWith(".domain")) {
                type.getMethods().stream()
                        .filter(m -> m.getName().matches("set[A-Z].*")
                                && m.getModifiers().contains(JavaModifier.PUBLIC))
                        .forEach(m -> offenders.add(m.getFullName()));
            }
        }
        assertThat(offenders).isEmpty();
    }

    private static List<String> linesMatching(Pattern pattern) {
        var found = new ArrayList<String>();
        for (Path file : javaFiles(MAIN)) {
            String[] lines = read(file).split("\n");
            for (int i = 0; i < lines.length; i++) {
                if (pattern.matcher(lines[i]).find()) {
                    found.add(file + ":" + (i + 1) + " " + lines[i].strip());
                }
            }
        }
        return found;
    }

    static List<Path> javaFiles(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
