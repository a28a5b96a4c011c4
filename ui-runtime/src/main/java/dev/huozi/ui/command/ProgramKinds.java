package dev.huozi.ui.command;

import dev.huozi.measure.calendar.CalendarKind;
import dev.huozi.metadata.action.ActionKind;
import dev.huozi.metadata.extension.ExtensionKind;
import dev.huozi.metadata.function.FunctionKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.optionset.OptionSetKind;
import dev.huozi.metadata.rule.RuleKind;
import dev.huozi.ui.app.AppKind;
import dev.huozi.ui.layout.LayoutKind;
import dev.huozi.ui.listview.ListViewKind;
import java.util.List;

/// The kinds of components that packs are made of, for work at the desk: the server collects the
/// same ones from its modules.
final class ProgramKinds {
  static final MetadataKinds ALL =
      new MetadataKinds(
          List.of(
              ObjectKind.KIND,
              OptionSetKind.KIND,
              ExtensionKind.KIND,
              RuleKind.KIND,
              CalendarKind.KIND,
              FunctionKind.KIND,
              ActionKind.KIND,
              ListViewKind.KIND,
              LayoutKind.KIND,
              AppKind.KIND));

  private ProgramKinds() {}
}
