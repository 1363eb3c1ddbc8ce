package org.guanwu.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/glossary.md} is code: one Chinese term, one identifier. */
class GlossaryTests {

    private static final String GLOSSARY = HouseStyleTests.read(Path.of("../docs/glossary.md"));
    private static final Pattern FORBIDDEN = Pattern.compile("✗ ([A-Z][A-Za-z]+|[a-z]+[A-Z][A-Za-z]*)");

    /** a longer label is a sentence, not a term */
    private static final int TERM = 16;

    /** meant for one context only, fine in another: {@code ✗ Application} is about requests */
    private static final Set<String> ALLOWED_ELSEWHERE = Set.of("Application");

    @Test
    void forbiddenWordsAreNotUsed() {
        Set<String> words = new LinkedHashSet<>();
        var matcher = FORBIDDEN.matcher(GLOSSARY);
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        assertThat(words).as("words marked ✗ in the glossary").hasSizeGreaterThan(5);
        words.removeAll(ALLOWED_ELSEWHERE);
        var offenders = new ArrayList<String>();
        for (JavaClass type : productTypes()) {
            for (String word : words) {
                if (Character.isUpperCase(word.charAt(0))
                        && Pattern.compile("(^|[a-z0-9])" + word + "($|[A-Z])")
                                .matcher(type.getSimpleName())
                                .find()) {
                    offenders.add(type.getName() + " uses ✗ " + word);
                }
            }
        }
        assertThat(offenders).isEmpty();
    }

    @Test
    void everyLabelOfAnEnumIsATerm() throws ReflectiveOperationException {
        var offenders = new ArrayList<String>();
        for (JavaClass type : productTypes()) {
            if (!type.isEnum()
                    || type.tryGetMethod("label").isEmpty()
                    || !type.getMethod("label").getRawReturnType().isEquivalentTo(String.class)) {
                continue;
            }
            for (Object constant : type.reflect().getEnumConstants()) {
                String label = label(constant);
                if (label.length() <= TERM && !GLOSSARY.contains(label)) {
                    offenders.add(type.getSimpleName() + "." + constant + " = " + label);
                }
            }
        }
        assertThat(offenders).as("labels that the glossary lacks").isEmpty();
    }

    private static String label(Object constant) throws ReflectiveOperationException {
        try {
            var method = ((Enum<?>) constant).getDeclaringClass().getDeclaredMethod("label");
            method.setAccessible(true);
            return (String) method.invoke(constant);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(constant.toString(), e);
        }
    }

    private static Iterable<JavaClass> productTypes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.guanwu");
    }
}
