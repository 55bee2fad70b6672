import type { ClientFiles } from '../appointment/client-files.ts';
import { type CaseFile, type CaseFiles, sameReference } from './case-file.ts';
import { caseHeadings, readCaseFile } from './read-case-file.ts';

const name = 'pam/dossiers.csv';

/** Files of PAM as it leaves them every night: one line a file, semicolons, documents that miss separated by `|`. Only read. */
export function fileCases(files: Pick<ClientFiles, 'read'>): CaseFiles {
  return {
    async find(reference) {
      const [head = '', ...lines] = ((await files.read(name)) ?? caseHeadings.join(';'))
        .replace(/^\ufeff/, '')
        .split(/\r?\n/);
      if (head.trim() !== caseHeadings.join(';')) {
        throw new Error(`File of PAM: the first line is "${head}"; accepted: ${caseHeadings.join(';')}`);
      }
      const line = lines.find((one) => sameReference(one.split(';', 1)[0] ?? '', reference));
      return line === undefined ? undefined : caseOf(line.split(';'));
    },
  };
}

function caseOf(cells: readonly string[]): CaseFile {
  return readCaseFile(Object.fromEntries(caseHeadings.map((heading, index) => [heading, cells[index] ?? ''])));
}
