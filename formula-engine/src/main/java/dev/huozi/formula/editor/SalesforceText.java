package dev.huozi.formula.editor;

import dev.huozi.formula.check.FieldScope;
import dev.huozi.formula.check.ScopedField;
import dev.huozi.formula.diagnostic.Fix;
import dev.huozi.formula.diagnostic.SourceSpan;
import dev.huozi.formula.syntax.Expr;
import dev.huozi.formula.syntax.ExprPrinter;
import dev.huozi.formula.syntax.Parser;
import dev.huozi.platform.value.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Formulas that were written for Salesforce: its names are replaced where a field of ours matches
/// them (`Amount__c` by `amount`, `Account__r.Name` by `account.name`, `OwnerId` by `owner`). What
/// has no match stays as it was, so that the check points at it.
public final class SalesforceText {
  /// Names of Salesforce's own fields and what ours are called.
  private static final Map<String, String> STANDARD =
      Map.of(
          "createddate", "created_at",
          "createdbyid", "created_by",
          "createdby", "created_by",
          "lastmodifieddate", "updated_at",
          "lastmodifiedbyid", "updated_by",
          "lastmodifiedby", "updated_by");

  private static final Pattern SUFFIX = Pattern.compile("__(c|r|pc|pr)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMESPACE = Pattern.compile("^[A-Za-z][A-Za-z0-9]*__(?=.)");
  private static final Pattern SIGN =
      Pattern.compile(
          "__[cr]\\b|\\b(OwnerId|CreatedDate|LastModifiedDate|AccountId|RecordType\\w*)\\b"
              + "|\\$User\\.Id\\b",
          Pattern.CASE_INSENSITIVE);

  private final FieldScope scope;
  private final List<Fix.Edit> edits = new ArrayList<>();
  private final Map<String, String> renamed = new LinkedHashMap<>();

  private SalesforceText(FieldScope scope) {
    this.scope = scope;
  }

  /// A formula in our names.
  ///
  /// @param renamed what was replaced, old name to new
  public record Adopted(String source, Map<String, String> renamed) {
    public Adopted {
      renamed = new LinkedHashMap<>(renamed);
    }
  }

  /// Whether a text looks like one from there.
  public static boolean recognises(String source) {
    return SIGN.matcher(source).find();
  }

  public static Adopted adopt(String source, FieldScope scope) {
    SalesforceText text = new SalesforceText(scope);
    walk(Parser.parse(source).expression(), text::visit);
    String adopted = new Fix(LocalizedText.EMPTY, text.edits).applyTo(source);
    return new Adopted(adopted, text.renamed);
  }

  private void visit(Expr expression) {
    if (!(expression instanceof Expr.Path path)) {
      return;
    }
    if (path.dotted().equalsIgnoreCase("$User.Id")) {
      replace(path.span(), path.dotted(), "$User");
      return;
    }
    FieldScope at = scope;
    for (Expr.Path.Part part : path.parts()) {
      ScopedField known = at.find(part.name());
      ScopedField field = known == null ? match(part.name(), at) : known;
      if (field == null) {
        return;
      }
      if (known == null) {
        replace(part.span(), part.name(), ExprPrinter.name(field.name()));
      }
      FieldScope next = at.follow(field);
      if (next == null) {
        return;
      }
      at = next;
    }
  }

  private void replace(SourceSpan span, String before, String after) {
    edits.add(new Fix.Edit(span, after));
    renamed.put(before, after);
  }

  /// The field that a name of Salesforce means, or null.
  private static @Nullable ScopedField match(String name, FieldScope at) {
    String standard = STANDARD.get(name.toLowerCase(Locale.ROOT));
    if (standard != null) {
      return at.find(standard);
    }
    String bare = SUFFIX.matcher(name).replaceFirst("");
    String withoutNamespace = NAMESPACE.matcher(bare).replaceFirst("");
    List<String> candidates = new ArrayList<>(List.of(bare, withoutNamespace));
    if (name.length() > 2 && name.endsWith("Id")) {
      candidates.add(name.substring(0, name.length() - 2));
    }
    for (String candidate : candidates) {
      for (ScopedField field : at.fields()) {
        if (folded(field.name()).equals(folded(candidate))
            || field.label().texts().values().stream()
                .anyMatch(label -> folded(label).equals(folded(candidate)))) {
          return field;
        }
      }
    }
    return null;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace(" ", "");
  }

  private static void walk(Expr expression, Consumer<Expr> visitor) {
    visitor.accept(expression);
    expression.children().forEach(child -> walk(child, visitor));
  }
}
