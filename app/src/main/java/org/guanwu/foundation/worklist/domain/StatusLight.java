package org.guanwu.foundation.worklist.domain;

/**
 * 红黄绿灯: tone decides shape and colour, the words say the same, so that neither is the only signal.
 *
 * @param words short, for a table: 余 3 日; days are working days, as its column head says
 * @param sentence long, with the date: 余 3 个工作日，10月19日到期
 */
public record StatusLight(Tone tone, String words, String sentence) {

    /** circle, triangle, square, bars, dash */
    public enum Tone {
        OK("ok"),
        WARN("warn"),
        LATE("late"),
        HOLD("hold"),
        NONE("none");

        private final String css;

        Tone(String css) {
            this.css = css;
        }

        public String css() {
            return css;
        }
    }
}
