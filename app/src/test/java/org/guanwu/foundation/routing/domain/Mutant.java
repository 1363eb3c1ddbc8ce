package org.guanwu.foundation.routing.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The rules with one fault in them: a source file is changed in one place, compiled in memory and run by the same
 * sequences in a class loader of its own. The product carries no switch for this.
 */
final class Mutant {

    private static final String PACKAGE = Mutant.class.getPackageName();
    private static final Path SOURCES = Path.of("src/main/java", PACKAGE.replace('.', '/'));

    private final Class<?> sequences;

    private Mutant(Class<?> sequences) {
        this.sequences = sequences;
    }

    static Mutant of(SeededFault fault) {
        var changed = new HashMap<String, String>();
        for (SeededFault.Change change : fault.changes()) {
            String source = changed.getOrDefault(change.type(), read(change.type()));
            if (!squeeze(source).contains(squeeze(change.from()))) {
                throw new AssertionError(fault + " no longer applies to " + change.type() + ": " + change.from());
            }
            changed.put(change.type(), replace(source, change));
        }
        Map<String, byte[]> classes = compile(fault, changed);
        try {
            return new Mutant(new Loader(classes).loadClass(Sequences.class.getName()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return what is broken, or null */
    @Nullable
    String run(long seed) {
        return call("run", new Class<?>[] {long.class}, seed);
    }

    /** the situations that are led to on purpose */
    @Nullable
    String direct() {
        return call("direct", new Class<?>[0]);
    }

    private @Nullable String call(String method, Class<?>[] types, Object... arguments) {
        try {
            return (String) sequences.getMethod(method, types).invoke(null, arguments);
        } catch (IllegalAccessException | NoSuchMethodException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            return "exception " + e.getCause();
        }
    }

    private static String read(String type) {
        try {
            return Files.readString(SOURCES.resolve(type + ".java"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** layout does not matter: the formatter may break a line elsewhere tomorrow */
    private static String squeeze(String source) {
        return source.replaceAll("\\s+", "");
    }

    private static String replace(String source, SeededFault.Change change) {
        var pattern = new StringBuilder();
        for (char c : squeeze(change.from()).toCharArray()) {
            pattern.append(Pattern.quote(String.valueOf(c))).append("\\s*");
        }
        return source.replaceFirst(pattern.toString(), Matcher.quoteReplacement(change.to() + "\n"));
    }

    private static Map<String, byte[]> compile(SeededFault fault, Map<String, String> changed) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var problems = new StringWriter();
        try (var files = new Memory(compiler.getStandardFileManager(null, null, null))) {
            List<JavaFileObject> sources = changed.entrySet().stream()
                    .<JavaFileObject>map(e -> new Source(e.getKey(), e.getValue()))
                    .toList();
            var options = List.of("-classpath", System.getProperty("java.class.path"), "-nowarn", "-proc:none");
            if (!compiler.getTask(problems, files, null, options, null, sources).call()) {
                throw new AssertionError(fault + " does not compile: " + problems);
            }
            return files.classes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String content;

        Source(String type, String content) {
            super(URI.create("string:///" + PACKAGE.replace('.', '/') + "/" + type + ".java"), Kind.SOURCE);
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        Memory(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    var bytes = new ByteArrayOutputStream();
                    written.put(name, bytes);
                    return bytes;
                }
            };
        }

        Map<String, byte[]> classes() {
            var classes = new HashMap<String, byte[]>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }

    /** this package anew, rules and sequences alike; everything else as it is */
    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> mutated;

        Loader(Map<String, byte[]> mutated) {
            super(Mutant.class.getClassLoader());
            this.mutated = mutated;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PACKAGE + ".")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream content = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = mutated.get(name);
                if (bytes == null) {
                    if (content == null) {
                        throw new ClassNotFoundException(name);
                    }
                    bytes = content.readAllBytes();
                }
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
