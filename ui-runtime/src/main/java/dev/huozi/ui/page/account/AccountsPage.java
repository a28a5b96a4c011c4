package dev.huozi.ui.page.account;

import dev.huozi.platform.identity.Account;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.ui.page.Addresses;
import java.util.List;

/// What the page of accounts shows.
///
/// @param form what was typed for a new account
/// @param problems why the last change was refused
/// @param formOpen true where the dialog of the new account is open from the start
public record AccountsPage(List<Row> rows, Form form, List<String> problems, boolean formOpen) {
  public AccountsPage {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /// One account.
  ///
  /// @param self true for the reader's own, which cannot lock itself out here
  public record Row(
      String action,
      String personHref,
      String user,
      String name,
      boolean admin,
      boolean active,
      boolean self) {
    static Row of(Account account, boolean self) {
      return new Row(
          Addresses.path("admin", "accounts", account.id().toString()),
          Addresses.record("user", account.userId()),
          account.userName(),
          account.displayName(),
          account.role() == Principal.Role.ADMIN,
          account.active(),
          self);
    }

    /// An id for elements that belong to the row.
    public String key() {
      return action.substring(action.lastIndexOf('/') + 1);
    }
  }

  /// What was typed; never the password.
  public record Form(String user, String name, boolean admin, String language) {
    static final Form EMPTY = new Form("", "", false, "");
  }
}
