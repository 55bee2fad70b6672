/** Leads to signing in, and back to where the person is. */
export function leaveForSignIn(): void {
  location.assign(`/connexion?retour=${encodeURIComponent(location.pathname + location.search)}`);
}
