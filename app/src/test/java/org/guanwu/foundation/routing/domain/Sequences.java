package org.guanwu.foundation.routing.domain;

import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs of random choices: the same seed is the same run, and a failing one is cut down to its shortest form. */
public final class Sequences {

    private Sequences() {}

    static long[] choices(long seed) {
        var g = new Random(seed * 31 + 7);
        var choices = new long[10 + g.nextInt(50)];
        for (int i = 0; i < choices.length; i++) {
            choices[i] = g.nextLong();
        }
        return choices;
    }

    /** @return what is broken, or null; called by reflection on mutants of the decider */
    public static @Nullable String run(long seed) {
        return run(seed, choices(seed), null, World.Journal.NONE);
    }

    /** Situations so rare that chance alone meets them once in many thousand runs. @return what is broken, or null */
    public static @Nullable String direct() {
        return Stream.of(RareSituations.expiredDeputyInThePool(), RareSituations.earlierHandlerIsBusy())
                .filter(message -> !message.isEmpty())
                .findFirst()
                .orElse(null);
    }

    static @Nullable String run(long seed, long[] choices, @Nullable StringBuilder story, World.Journal journal) {
        @Nullable World world = null;
        try {
            world = new World(seed, story != null, journal);
            for (long choice : choices) {
                world.step(choice);
            }
            world.driveToClose();
            world.checkReplay(world.log.size() / 2);
            return null;
        } catch (World.Broken broken) {
            return broken.getMessage();
        } catch (RuntimeException e) {
            return "exception " + e + (e.getStackTrace().length > 0 ? " at " + e.getStackTrace()[0] : "");
        } finally {
            if (story != null && world != null) {
                world.outline.specs().forEach(spec -> story.append(spec).append('\n'));
                story.append(world.story);
            }
        }
    }

    /** the shortest failing run of this seed, told event by event */
    static String explain(long seed) {
        long[] choices = choices(seed);
        for (int size = Math.max(1, choices.length / 2); size >= 1; size /= 2) {
            for (int i = 0; i + size <= choices.length; ) {
                var shorter = new long[choices.length - size];
                System.arraycopy(choices, 0, shorter, 0, i);
                System.arraycopy(choices, i + size, shorter, i, choices.length - i - size);
                if (run(seed, shorter, null, World.Journal.NONE) != null) {
                    choices = shorter;
                } else {
                    i += size;
                }
            }
        }
        var story = new StringBuilder();
        String message = run(seed, choices, story, World.Journal.NONE);
        String told = story.length() > 14_000
                ? story.substring(0, 7000) + "\n…\n" + story.substring(story.length() - 7000)
                : story.toString();
        return "seed " + seed + ", " + choices.length + " choices: " + message + "\n" + told;
    }
}
