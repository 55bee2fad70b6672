import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientHttp } from '../../../adapters/client-http.ts';
import { httpCases } from '../../../adapters/http-cases.ts';
import { type CaseFile, type CaseFiles, sameReference } from '../../../domain/case/case-file.ts';
import { embeddedCases } from '../../../domain/case/embedded-cases.ts';
import { fileCases } from '../../../domain/case/file-cases.ts';
import { lookUpCase } from '../../../domain/case/look-up-case.ts';
import { seedCards } from '../../../domain/knowledge/seed-cards.ts';
import { calendar } from '../../../programmes/samps/calendar.ts';
import { sampsCards } from '../../../programmes/samps/cards.ts';
import { sampsCaseFiles } from '../../../programmes/samps/case-files.ts';
import { memoryClientFiles } from '../../support/appointment/memory-client-files.ts';
import { MemoryJournal } from '../../support/calls/memory-ports.ts';
import { memoryKnowledge } from '../../support/knowledge/memory-knowledge.ts';

const frenchStates = {
  received: 'recu',
  incomplete: 'incomplet',
  accepted: 'accorde',
  refused: 'refuse',
  closed: 'clos',
};
const told = ({ reference, scheme, status, missing, deadline = '', refusalCode = '', renewalOn = '' }: CaseFile) => ({
  ...{ reference, aide: scheme, etat: frenchStates[status], pieces_manquantes: missing },
  ...{ date_limite: deadline, code_refus: refusalCode, renouvellement: renewalOn },
});
const csv = [
  'reference;aide;etat;pieces_manquantes;date_limite;code_refus;renouvellement',
  ...sampsCaseFiles
    .map(told)
    .map((one) =>
      [
        one.reference,
        one.aide,
        one.etat,
        one.pieces_manquantes.join('|'),
        one.date_limite,
        one.code_refus,
        one.renouvellement,
      ].join(';'),
    ),
].join('\r\n');

const methods: string[] = [];
const server = createServer((request, response) => {
  methods.push(request.method ?? '');
  const reference = decodeURIComponent((request.url ?? '').replace('/dossiers/', ''));
  const found = sampsCaseFiles.find((file) => sameReference(file.reference, reference));
  response.writeHead(request.headers.authorization !== 'Bearer secret' ? 401 : found === undefined ? 404 : 200);
  response.end(found === undefined ? '' : JSON.stringify(told(found)));
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const adapters: readonly (readonly [string, () => CaseFiles])[] = [
  ['what comes with the programme', () => embeddedCases(sampsCaseFiles)],
  ['a file', () => fileCases(memoryClientFiles({ 'pam/dossiers.csv': csv }))],
  [
    'HTTP',
    () =>
      httpCases(
        clientHttp(
          url,
          async () => 'secret',
          async () => {},
        ),
      ),
  ],
];

describe.each(adapters)('SAMPS-28: PAM through %s', (_, make) => {
  test('SAMPS-14: tells exactly the documents that miss and until when', async () => {
    expect(await make().find('AM-2025-0421')).toEqual({
      reference: 'AM-2025-0421',
      scheme: 'AIDE_MEDICALE',
      status: 'incomplete',
      missing: ['Justificatif de domicile de moins de 3 mois', 'Relevé de la CAFAT'],
      deadline: '2025-07-31',
    });
    expect(await make().find('am 2025 0421')).toMatchObject({ reference: 'AM-2025-0421' });
    expect(await make().find('AM-2025-9999')).toBeUndefined();
  });

  test('is read and never written: there is nothing to write with', () => {
    expect(Object.keys(make())).toEqual(['find']);
  });
});

test('SAMPS-28: over HTTP only GET is ever sent', () => {
  expect(new Set(methods)).toEqual(new Set(['GET']));
});

test('SAMPS-28: an unclear file is told to nobody', async () => {
  const broken = fileCases(memoryClientFiles({ 'pam/dossiers.csv': csv.replace(';incomplet;', ';peut-être;') }));
  await expect(broken.find('AM-2025-0421')).rejects.toThrow(
    '"etat" is "peut-être"; accepted: recu, incomplet, accorde, refuse, clos',
  );
});

describe('SAMPS-28: a look-up', () => {
  const journal = new MemoryJournal();
  const base = memoryKnowledge();
  const asked = (reference: string, cases: CaseFiles = embeddedCases(sampsCaseFiles)) =>
    lookUpCase(
      { programme: 'samps', reference, contactId: 'call-7', agent: 'malia', at: '2025-07-03T22:00:00.000Z' },
      { cases, base, journal, content: { inForce: async () => calendar as never } },
    );

  test('SAMPS-15: gives the code of a refusal with its approved words, and none of our own', async () => {
    await seedCards(sampsCards, { programme: 'samps', at: '2025-03-01T00:00:00.000Z', id: 's' }, base);
    const looked = await asked('BO-2025-0107');
    expect([looked?.file.refusalCode, looked?.refusal?.cardId]).toEqual(['R03', 'refus-r03']);
    expect(await asked('MV-2025-0033')).toMatchObject({ file: { refusalCode: 'R99' } });
    expect((await asked('MV-2025-0033'))?.refusal).toBeUndefined();
  });

  test('leaves a line of who, when, which file and during which call, even when it fails or finds nothing', async () => {
    await asked('INCONNU-1');
    await expect(asked('AM-1', { find: async () => Promise.reject(new Error('PAM is down')) })).rejects.toThrow(
      'PAM is down',
    );
    expect(journal.all().filter(({ kind }) => kind === 'lookup')).toMatchObject(
      ['AM-1', 'BO-2025-0107', 'INCONNU-1', 'MV-2025-0033'].map((file) => ({
        ...{ file, agent: 'malia', contactId: 'call-7', time: '2025-07-03T22:00:00.000Z', day: '2025-07-04' },
      })),
    );
  });
});
