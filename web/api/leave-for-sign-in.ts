let held = 0;

/** Leads to signing in, and back to where the person is; not while a page is held. */
export function leaveForSignIn(): void {
  if (held === 0) {
    location.assign(`/connexion?retour=${encodeURIComponent(location.pathname + location.search)}`);
  }
}

/** Keeps the page where it is, for who signs in beside it; the answer lets it go. */
export function holdPage(): () => void {
  held += 1;
  return () => {
    held -= 1;
  };
}
