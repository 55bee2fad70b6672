import type { Role } from '../../contracts/session.ts';

const labels: Readonly<Record<Role, string>> = { agent: 'conseil', supervisor: 'supervision', client: 'lecture' };

/** What the person may do, as one says it in French without a gender. */
export function roleLabels(roles: readonly Role[]): string {
  return roles.map((role) => labels[role]).join(', ');
}
