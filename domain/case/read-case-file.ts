import type { CaseFile } from './case-file.ts';

const states: Readonly<Record<string, CaseFile['status']>> = {
  recu: 'received',
  incomplet: 'incomplete',
  accorde: 'accepted',
  refuse: 'refused',
  clos: 'closed',
};

/** Names of the members of a file, in the file of S3 as over HTTP. */
export const caseHeadings = [
  'reference',
  'aide',
  'etat',
  'pieces_manquantes',
  'date_limite',
  'code_refus',
  'renouvellement',
] as const;

/** A file as the client's software tells it. Throws naming the member, its value and what is accepted: an unclear file is not read to anybody. */
export function readCaseFile(given: Readonly<Record<string, unknown>>): CaseFile {
  const text = (name: (typeof caseHeadings)[number]) => {
    const value = given[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const refuse = (name: (typeof caseHeadings)[number], accepted: string): never => {
    throw new Error(`File of PAM: "${name}" is ${JSON.stringify(given[name]) ?? 'absent'}; accepted: ${accepted}`);
  };
  const day = (name: 'date_limite' | 'renouvellement') => {
    const value = text(name);
    return value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? value
      : refuse(name, 'a day such as 2025-07-31, or nothing');
  };
  const status = states[text('etat')] ?? refuse('etat', Object.keys(states).join(', '));
  const pieces = given['pieces_manquantes'];
  const missing = Array.isArray(pieces) ? pieces.map(String) : text('pieces_manquantes').split('|');
  const [deadline, renewalOn, refusalCode] = [day('date_limite'), day('renouvellement'), text('code_refus')];
  return {
    reference: text('reference') || refuse('reference', 'a text'),
    scheme: text('aide') || refuse('aide', 'the code of an aid'),
    status,
    missing: missing.map((name) => name.trim()).filter((name) => name !== ''),
    ...(deadline !== '' && { deadline }),
    ...(refusalCode !== '' && { refusalCode }),
    ...(renewalOn !== '' && { renewalOn }),
  };
}
