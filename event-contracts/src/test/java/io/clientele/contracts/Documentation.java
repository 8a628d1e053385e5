package io.clientele.contracts;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithJavadoc;
import com.github.javaparser.javadoc.Javadoc;
import com.github.javaparser.javadoc.JavadocBlockTag;
import com.github.javaparser.javadoc.description.JavadocDescription;
import com.github.javaparser.javadoc.description.JavadocInlineTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Javadoc of records and enums, read from their sources, as the plain text of descriptions. */
final class Documentation {

    private final List<Path> sources;
    private final JavaParser parser =
            new JavaParser(new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_21));

    Documentation(Path... sources) {
        this.sources = List.of(sources);
    }

    /** What a type is, without its parameters. */
    String ofType(Class<?> type) {
        return text(javadoc(declaration(type), type.getName()).getDescription());
    }

    /** The description of each component of a record, by name. */
    Map<String, String> ofComponents(Class<?> type) {
        Map<String, String> descriptions = new LinkedHashMap<>();
        for (JavadocBlockTag tag : javadoc(declaration(type), type.getName()).getBlockTags()) {
            if (tag.getType() == JavadocBlockTag.Type.PARAM) {
                descriptions.put(tag.getName().orElseThrow(), text(tag.getContent()));
            }
        }
        return descriptions;
    }

    /** The description of each constant of an enum, by name. */
    Map<String, String> ofConstants(Class<?> type) {
        Map<String, String> descriptions = new LinkedHashMap<>();
        for (EnumConstantDeclaration constant :
                declaration(type).asEnumDeclaration().getEntries()) {
            String name = constant.getNameAsString();
            descriptions.put(name, text(javadoc(constant, name).getDescription()));
        }
        return descriptions;
    }

    /** The description of a constant field of a class. */
    String ofConstant(Class<?> type, String name) {
        return text(javadoc(declaration(type).getFieldByName(name).orElseThrow(), name)
                .getDescription());
    }

    private TypeDeclaration<?> declaration(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".java";
        Path source = sources.stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no source of " + type.getName()));
        try {
            return parser.parse(source).getResult().orElseThrow().getType(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Javadoc javadoc(NodeWithJavadoc<?> node, String name) {
        return node.getJavadoc().orElseThrow(() -> new IllegalStateException(name + " carries no Javadoc"));
    }

    private static String text(JavadocDescription description) {
        return description.getElements().stream()
                .map(element -> element instanceof JavadocInlineTag tag
                        ? tag.getContent().strip()
                        : element.toText())
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }
}
