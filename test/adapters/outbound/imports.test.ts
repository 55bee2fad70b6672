import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoImports } from '../../../adapters/dynamo-imports.ts';
import { s3Imports } from '../../../adapters/s3-imports.ts';
import type { ImportFiles } from '../../../domain/recipient/import-files.ts';
import type { ImportJob } from '../../../domain/recipient/import-job.ts';
import { type Fixture, storageFixture } from '../../local/storage/storage-fixture.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

const job = (importId: string, version = 1): ImportJob => ({
  ...{ importId, state: 'reading', version, decisions: { 'a-b': 'same' } },
  ...{ startedAt: '2026-06-20T08:00:00.000Z', startedBy: 'marie', changedAt: '2026-06-20T08:00:00.000Z' },
  mapping: ['lastName', undefined, 'phone'],
});

describe('imports in DynamoDB', () => {
  let tables: EmbeddedTables;
  beforeAll(async () => {
    tables = await embeddedTables('recipients');
  });
  afterAll(() => tables.stop());
  const jobs = () => dynamoImports(tables.client, 'recipients');

  test('are written over the version that was read only, and listed latest first', async () => {
    expect(await jobs().save('p', job('20260620'))).toBe(true);
    expect(await jobs().save('p', job('20260620'))).toBe(false);
    expect(await jobs().save('p', job('20260620', 2))).toBe(true);
    expect(await jobs().save('p', job('20260620', 2))).toBe(false);
    await jobs().save('p', job('20260621'));
    await jobs().save('q', job('20260622'));
    expect(await jobs().find('p', '20260620')).toEqual(job('20260620', 2));
    expect((await jobs().latest('p', 10)).map(({ importId }) => importId)).toEqual(['20260621', '20260620']);
    expect(await jobs().find('p', 'none')).toBeUndefined();
  });

  test('COMMON-47: mappings are remembered by programme and headings', async () => {
    await jobs().remember('p', 'signature', ['lastName', undefined]);
    expect(await jobs().mapping('p', 'signature')).toEqual(['lastName', undefined]);
    expect(await jobs().mapping('q', 'signature')).toBeUndefined();
  });
});

describe('files of imports', () => {
  let fixture: Fixture;
  let files: ImportFiles;
  beforeAll(async () => {
    fixture = await storageFixture();
    await fixture.storage.createBucket('lists');
    // Forms are signed by the clock of the function, here that of the test.
    fixture.clock.set(Date.now());
    const { s3 } = fixture.as('pages', [
      { Effect: 'Allow', Action: ['s3:PutObject', 's3:GetObject'], Resource: 'arn:aws:s3:::lists/p/*' },
      { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::lists' },
    ]);
    files = s3Imports(s3, 'lists');
  });
  afterAll(() => fixture.stop());

  test('go up by a browser’s form, and are then there', async () => {
    expect(await files.arrived('p', 'i1')).toBe(false);
    const { action, fields } = await files.uploadForm('p', 'i1', 'http://127.0.0.1:9/retour');
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', new File(['Nom;Prénom'], 'liste.csv'));
    expect((await fetch(action, { method: 'POST', body, redirect: 'manual' })).status).toBe(303);
    expect(await files.arrived('p', 'i1')).toBe(true);
    expect(Buffer.from(await files.list('p', 'i1')).toString()).toBe('Nom;Prénom');
    await expect(files.list('p', 'i2')).rejects.toThrow('Import i2 has no list');
  });

  test('keep the preview and the workbook of errors', async () => {
    expect(await files.preview('p', 'i1')).toBeUndefined();
    const summary = {
      ...{ rows: 1, created: 1, changed: 0, unchanged: 0, refused: 0 },
      ...{ repeated: [], left: [], withoutNumber: [], otherwise: [], sharedNumbers: [], pairs: [], faults: [] },
    };
    const preview = {
      headings: ['Nom', ''],
      headerRow: 1,
      samples: [['A'], []],
      mapping: ['lastName', undefined],
      summary,
    } as const;
    await files.savePreview('p', 'i1', preview);
    expect(await files.preview('p', 'i1')).toEqual(preview);
    await files.saveErrors('p', 'i1', Buffer.from('PK'));
    const answer = await fetch(await files.errorsLink('p', 'i1', 'ville erreurs.xlsx'));
    expect([answer.status, await answer.text()]).toEqual([200, 'PK']);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="ville_erreurs.xlsx"');
  });
});
