package io.clientele.platform.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/**
 * Prints a report: well-formed XHTML with inline CSS and SVG becomes a PDF document. The only font is the bundled one, named
 * {@value #FONT}, for Latin, Greek and Cyrillic text: the machine's fonts play no part. Nothing is fetched: a reference out
 * of the document is left out.
 */
@ApplicationScoped
public class PdfRenderer {

    /** Media type of what {@link #render} gives. */
    public static final String MEDIA_TYPE = "application/pdf";

    /** The family to name in {@code font-family}. */
    public static final String FONT = "Liberation Sans";

    private static final String FONT_FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int REGULAR = 400;
    private static final Set<FSFontUseCase> IN_TEXT_AND_CHARTS = Set.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);

    static {
        XRLog.setLoggingEnabled(false);
    }

    /**
     * The document as bytes.
     *
     * @param xhtml a whole page, well-formed
     * @throws IllegalArgumentException when it is not well-formed
     */
    public byte[] render(String xhtml) {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(PdfRenderer::font, FONT, REGULAR, FontStyle.NORMAL, true, IN_TEXT_AND_CHARTS);
        builder.useUriResolver((base, uri) -> null);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.withProducer("Clientele");
        builder.withHtmlContent(xhtml, null);
        builder.toStream(document);
        try {
            builder.run();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException("a report is well-formed XHTML", malformed);
        }
        return document.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(PdfRendererBuilder.class.getResourceAsStream(FONT_FILE), FONT_FILE);
    }
}
