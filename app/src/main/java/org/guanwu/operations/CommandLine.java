package org.guanwu.operations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.LoggerFactory;

/** {@code FILE DATA-DIRECTORY [--force]}, and one sentence when something is wrong. */
final class CommandLine {

    private CommandLine() {}

    interface Command {
        int run(Path file, Path directory, boolean isForced, PrintStream out) throws IOException, SQLException;
    }

    static int run(String[] args, Command command, PrintStream out) {
        boolean isForced = args.length == 3 && args[2].equals("--force");
        if (args.length < 2 || args.length > 3 || args.length == 3 && !isForced) {
            out.println("用法  备份文件 数据目录 [--force]");
            return 2;
        }
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.ERROR);
        }
        try {
            return command.run(Path.of(args[0]).toAbsolutePath().normalize(), Path.of(args[1]), isForced, out);
        } catch (OperationFailed failed) {
            out.println("没有完成  " + failed.getMessage());
        } catch (IOException | SQLException failed) {
            out.println("没有完成  " + failed);
        }
        return 1;
    }
}
