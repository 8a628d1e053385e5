package io.clientele.platform.report;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The forms a report comes in. */
public enum ReportFormat {
    /** A page for the browser. */
    HTML(MediaType.TEXT_HTML + ";charset=UTF-8"),
    /** A document to keep and print. */
    PDF(PdfRenderer.MEDIA_TYPE);

    private final String mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The form the caller asks for by {@code Accept}: PDF where it comes first, else HTML. */
    public static ReportFormat accepted(HttpHeaders headers) {
        boolean pdf = headers.getAcceptableMediaTypes().stream()
                .filter(type -> !type.isWildcardType())
                .findFirst()
                .filter(type -> type.isCompatible(MediaType.valueOf(PdfRenderer.MEDIA_TYPE)))
                .isPresent();
        return pdf ? PDF : HTML;
    }

    /**
     * 200 with the report.
     *
     * @param name of the file a browser saves, without ending: letters, digits and {@code -}
     * @param xhtml the page as the template wrote it
     */
    public Response reply(PdfRenderer printer, String name, String xhtml) {
        return switch (this) {
            case HTML -> Response.ok(xhtml, mediaType).build();
            case PDF ->
                Response.ok(printer.render(xhtml), mediaType)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
                        .build();
        };
    }
}
