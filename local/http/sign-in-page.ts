import type { LocalUser } from '../cloud.ts';

/** The hosted sign-in page: one button per demo user, by group, in the order of declaration. `parameters` go back with the choice. */
export function signInPage(users: readonly LocalUser[], parameters: URLSearchParams): string {
  const groups = [...new Set(users.map(groupOf))];
  const hidden = [...parameters].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const sections = groups.map((group, i) => {
    const buttons = users
      .filter((user) => groupOf(user) === group)
      .map(
        (user) =>
          `<li><button name="username" value="${escapeHtml(user.username)}">${escapeHtml(`${user.givenName} ${user.familyName}`)} <span>${escapeHtml(user.username)}</span></button></li>`,
      );
    return `<section aria-labelledby="g${i}"><h2 id="g${i}">${escapeHtml(group)}</h2><ul>${buttons.join('')}</ul></section>`;
  });
  const body = users.length === 0 ? '<p>Aucun utilisateur de démonstration n’est déclaré.</p>' : sections.join('');
  return page(
    'Connexion',
    `<h1>Connexion</h1><p>Émetteur local de démonstration\u202f: choisissez avec quel compte entrer. Aucun mot de passe n’est demandé ici\u202f; dans le nuage, Cognito demande le mot de passe et le second facteur.</p><form method="post">${hidden.join('')}${body}</form>`,
  );
}

/** A page that says what was wrong in the request, and what is accepted. */
export function errorPage(what: string, accepted: string): string {
  return page(
    'Connexion impossible',
    `<h1>Connexion impossible</h1><p>${escapeHtml(what)}</p><p>Accepté\u202f: ${escapeHtml(accepted)}</p>`,
  );
}

function groupOf(user: LocalUser): string {
  return user.groups.length === 0 ? 'sans groupe' : user.groups.join(', ');
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>${title}</title><style>
body{font:1rem/1.5 Arial,Helvetica,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;color:#1f2933;background:#fff}
h1{font-size:1.6rem;color:#1d4e6b}h2{font-size:1rem;margin:1.5rem 0 .5rem}ul{list-style:none;padding:0;margin:0}li{margin:.5rem 0}p{overflow-wrap:anywhere}
button{font:inherit;display:flex;flex-wrap:wrap;gap:0 1rem;justify-content:space-between;width:100%;min-height:44px;text-align:left;padding:.6rem .9rem;border:1px solid #66727e;border-radius:4px;background:#fff;color:inherit;cursor:pointer}
button:hover{background:#f1f5f8}button:focus-visible{outline:3px solid #c2410c;outline-offset:2px}span{color:#52606d}
</style></head><body><main>${body}</main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
