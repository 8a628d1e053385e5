package io.clientele.platform.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfRendererTest {

    private final PdfRenderer printer = new PdfRenderer();

    @Test
    void printsTextWithTheBundledFontEmbedded() throws IOException {
        byte[] printed = printer.render(page("<p>Příliš žluťoučký kůň: 1 250 points</p>"));

        try (PDDocument document = Loader.loadPDF(printed)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Příliš žluťoučký kůň: 1 250 points");
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).contains("LiberationSans");
            }
        }
    }

    @Test
    void drawsInlineSvg() throws IOException {
        byte[] printed = printer.render(
                page(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"20\"><rect width=\"80\" height=\"10\" fill=\"#12324f\"/></svg>"));

        try (PDDocument document = Loader.loadPDF(printed)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getContents().readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void breaksLongTablesOverPages() throws IOException {
        byte[] printed =
                printer.render(page("<table>" + "<tr><td>one line of many</td></tr>".repeat(200) + "</table>"));

        try (PDDocument document = Loader.loadPDF(printed)) {
            assertThat(document.getNumberOfPages()).isBetween(2, 10);
        }
    }

    @Test
    void fetchesNothing() {
        assertThat(printer.render(page("<img src=\"http://127.0.0.1:1/absent.png\" alt=\"\"/><p>text</p>")))
                .isNotEmpty();
    }

    @Test
    void refusesWhatIsNotWellFormed() {
        assertThatThrownBy(() -> printer.render("<html><p>")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String page(String body) {
        return "<html><head><style>* { font-family: \"" + PdfRenderer.FONT + "\" }</style></head><body>" + body
                + "</body></html>";
    }
}
