import type { CaseFiles } from '../domain/case/case-file.ts';
import { readCaseFile } from '../domain/case/read-case-file.ts';
import type { ClientHttp } from './client-http.ts';

/** PAM over HTTP, by the contract of docs/appointments.md: one GET, and nothing else. */
export function httpCases(http: ClientHttp): CaseFiles {
  return {
    async find(reference) {
      const { status, body } = await http('GET', `/dossiers/${encodeURIComponent(reference)}`, {
        accepted: [200, 404],
      });
      return status === 404
        ? undefined
        : readCaseFile(typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {});
    },
  };
}
