package dev.huozi.ui.form;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
import dev.huozi.ui.page.PageContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the form of a new record begins with: the defaults of its fields, and what the address says
/// (`d.store=store:id`).
@Singleton
public class FormDefaults {
  private static final String PARAMETER = "d.";
  private final RecordService records;

  public FormDefaults(RecordService records) {
    this.records = records;
  }

  FormValues of(PageContext page, ObjectModel object, MultivaluedMap<String, String> query) {
    FormValues values = FormValues.EMPTY;
    for (FieldModel field : object.fields()) {
      String given = query.getFirst(PARAMETER + field.name());
      String text = given == null ? defaultText(page.request(), field.field()) : given;
      if (!field.system() && text != null && !text.isEmpty()) {
        values = values.with(field.name(), text, name(page, field.field(), text));
      }
    }
    return values;
  }

  private static @Nullable String defaultText(RequestContext request, Field field) {
    String value = field.defaultValue();
    if (value == null) {
      return null;
    }
    FieldText format = new FieldText(request.userZone());
    return switch (value) {
      case "$User" -> FieldType.User.OBJECT + ":" + request.principal().userId();
      case "$Today" -> request.today().toString();
      case "$Now" -> format.write(field.type(), request.now().truncatedTo(ChronoUnit.MINUTES));
      default ->
          field.type() instanceof FieldType.Percent
              ? format.write(field.type(), new BigDecimal(value))
              : value;
    };
  }

  /// The name of a record that a text refers to; empty when there is none that the reader may see.
  private String name(PageContext page, Field field, String text) {
    if (!isReference(field.type())) {
      return "";
    }
    try {
      Reference reference = FieldText.reference(text);
      ObjectModel target = page.snapshot().object(reference.object());
      if (target == null) {
        return "";
      }
      String nameField = target.nameField().name();
      RecordView found =
          records.get(page.request(), target.name(), reference.id(), List.of(nameField));
      return String.valueOf(found.get(nameField));
    } catch (FieldText.Unreadable | ProblemException _) {
      return "";
    }
  }

  private static boolean isReference(FieldType type) {
    return type instanceof FieldType.Lookup
        || type instanceof FieldType.PolyLookup
        || type instanceof FieldType.MasterDetail
        || type instanceof FieldType.User;
  }
}
