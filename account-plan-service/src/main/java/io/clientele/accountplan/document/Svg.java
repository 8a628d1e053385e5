package io.clientele.accountplan.document;

import java.util.Locale;

/** Draws one chart as SVG: text escaped, with a title and a description for those who do not see it. */
final class Svg {

    /** Ink for text. */
    static final String INK = "#1c232b";

    /** Ink for what explains. */
    static final String GREY = "#5b6470";

    /** Ours, used, done. */
    static final String BLUE = "#1f5f8b";

    /** Left over, planned. */
    static final String PALE = "#c3d5e3";

    /** Too much, too late, against us. */
    static final String RED = "#b3382c";

    /** For us, in time. */
    static final String GREEN = "#2f7d4f";

    /** In between. */
    static final String AMBER = "#c98a1b";

    /** From a chart's own measure to pixels: a chart is as wide as the text of an A4 page. */
    private static final double SCALE = 1.3;

    private final StringBuilder shapes = new StringBuilder();
    private final int width;
    private final int height;

    Svg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    Svg rect(double x, double y, double w, double h, String fill) {
        shapes.append(format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x, y, Math.max(w, 0), h, fill));
        return this;
    }

    Svg outline(double x, double y, double w, double h, String stroke) {
        shapes.append(format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#ffffff\" stroke=\"%s\" stroke-width=\"1\"/>",
                x, y, Math.max(w, 0), h, stroke));
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String stroke, double thickness) {
        shapes.append(format(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                x1, y1, x2, y2, stroke, thickness));
        return this;
    }

    /** Text that begins at {@code x}. */
    Svg text(double x, double y, String text, int size, String fill) {
        return text(x, y, text, size, fill, "start");
    }

    /** Text that ends at {@code x}. */
    Svg textTo(double x, double y, String text, int size, String fill) {
        return text(x, y, text, size, fill, "end");
    }

    /** Text around {@code x}. */
    Svg textAt(double x, double y, String text, int size, String fill) {
        return text(x, y, text, size, fill, "middle");
    }

    /**
     * The chart.
     *
     * @param title what it shows
     * @param description what is to be seen in it, in words
     */
    String draw(String title, String description) {
        return format(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"",
                        width * SCALE, height * SCALE, width, height)
                + escape(title + ". " + description)
                + "\"><title>" + escape(title) + "</title><desc>" + escape(description) + "</desc>" + shapes + "</svg>";
    }

    private Svg text(double x, double y, String text, int size, String fill, String anchor) {
        shapes.append(format(
                        "<text x=\"%.1f\" y=\"%.1f\" font-family=\"Liberation Sans\" font-size=\"%d\" fill=\"%s\" text-anchor=\"%s\">",
                        x, y, size, fill, anchor))
                .append(escape(text))
                .append("</text>");
        return this;
    }

    /** Text as XML takes it. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    // what XML 1.0 cannot hold is left out
                    if (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** At most so many characters. */
    static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "\u2026";
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
