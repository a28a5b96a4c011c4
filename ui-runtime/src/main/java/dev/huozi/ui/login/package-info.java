/// Who sends a request and what that allows. Sessions are kept on the server; a browser holds a
/// cookie, a program a bearer token, the operator the token of a file.
///
/// A resource takes `RequestContexts` in its constructor and calls `current()` in each method.
/// Every method of a resource says `@RolesAllowed(Roles.USER)`, `@RolesAllowed(Roles.ADMIN)`,
/// `@RolesAllowed(Roles.OPERATOR)` or `@PermitAll`; the server does not start otherwise.
///
/// Unsafe requests of a browser session carry the CSRF token `RequestContexts.csrfToken()` in the
/// header `X-CSRF-Token` or the form field `csrf`.
@NullMarked
package dev.huozi.ui.login;

import org.jspecify.annotations.NullMarked;
