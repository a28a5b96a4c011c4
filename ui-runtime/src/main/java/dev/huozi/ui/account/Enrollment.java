package dev.huozi.ui.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.platform.identity.Account;
import dev.huozi.platform.identity.Accounts;
import dev.huozi.platform.identity.NewAccount;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.RecordCommand;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import jakarta.inject.Singleton;
import java.util.Locale;

/// Makes an account and the person it stands for. They live in two places and cannot commit
/// together: the person comes first, since a person without an account is harmless, and goes again
/// when the account is refused.
@Singleton
public class Enrollment {
  private static final String NAME_FIELD = "name";

  private final RecordService records;
  private final Accounts accounts;

  Enrollment(RecordService records, Accounts accounts) {
    this.records = records;
    this.accounts = accounts;
  }

  public Account enroll(RequestContext context, NewMember member) {
    refuseTakenName(context, member.userName());
    ObjectNode values = JsonNodeFactory.instance.objectNode().put(NAME_FIELD, member.name());
    RecordView person =
        records.execute(context, new RecordCommand.Create(FieldType.User.OBJECT, values, null));
    try {
      return accounts.create(
          context.tenant(),
          new NewAccount(
              person.id(),
              member.userName(),
              member.name(),
              member.role(),
              member.password(),
              member.locale()));
    } catch (ProblemException refused) {
      records.execute(
          context, new RecordCommand.Delete(FieldType.User.OBJECT, person.id(), person.version()));
      throw refused;
    }
  }

  /// The usual refusal before anything is written; the account itself is what decides.
  private void refuseTakenName(RequestContext context, String userName) {
    String wanted = userName.toLowerCase(Locale.ROOT);
    boolean taken =
        accounts.list(context.tenant()).stream()
            .anyMatch(account -> account.userName().toLowerCase(Locale.ROOT).equals(wanted));
    if (taken) {
      throw new ProblemException(PlatformError.USER_NAME_TAKEN, "userName", userName);
    }
  }
}
