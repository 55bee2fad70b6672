/**
 * Pages of the web app: `web/<file>.html`, served at `path` and everything under it. What a page asks of a person is asked by the API each time; roles
 * here only decide what the menu proposes. Imports nothing.
 */
export const webPages = {
  desk: { path: '/poste', file: 'poste', label: 'Poste', roles: ['agent', 'supervisor'] },
  supervision: { path: '/supervision', file: 'supervision', label: 'Supervision', roles: ['supervisor'] },
  client: { path: '/client', file: 'client', label: 'Espace client', roles: ['client'] },
  /** Where one comes back to after signing in again for a page that was locked; in no menu. */
  signedIn: { path: '/session', file: 'session', label: 'Session', roles: [] },
} as const;

/** Folder of scripts, styles and fonts: their names change with their content. */
export const webAssetsPath = '/application';
