import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import { type DeskNote, type DeskNotes, type NoteHolder, withNote } from '../domain/desk/desk-notes.ts';
import { conditional } from './conditional.ts';
import { openText, sealText } from './sealed-text.ts';

const { partitionKey } = tables.people;
/** The agent of the call before may still be writing: two writers, rarely more. */
const maxTries = 5;

interface Kept {
  readonly notes: readonly DeskNote[];
  readonly version: number;
  readonly key: { readonly plain: Uint8Array; readonly wrapped: Uint8Array };
}

/** Where notes about a person stand in the table of identities: to be erased with them. */
export function notesOf(programme: string, holder: NoteHolder): string {
  return `${programme}#notes#${holder}`;
}

/** Notes of agents in one item a person, sealed together under a data key that stands with them: deleting the item deletes its only copy. */
export function dynamoDeskNotes(
  client: DynamoDBDocumentClient,
  table: string,
  kms: KMSClient,
  identityKey: string,
): DeskNotes {
  async function read(programme: string, holder: NoteHolder): Promise<Kept | undefined> {
    const Key = { [partitionKey]: notesOf(programme, holder) };
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    if (Item === undefined) {
      return undefined;
    }
    const { dataKey, notes, version }: Record<string, unknown> = Item;
    if (!(dataKey instanceof Uint8Array) || !(notes instanceof Uint8Array) || typeof version !== 'number') {
      throw new Error('An item of the people table holds no notes; accepted: dataKey, notes, version');
    }
    const { Plaintext } = await kms.send(
      new DecryptCommand({ KeyId: identityKey, CiphertextBlob: dataKey, EncryptionContext: { programme } }),
    );
    if (Plaintext === undefined) {
      throw new Error('KMS answered no key for notes; accepted: the key they were kept under');
    }
    // Only `keep` below seals these.
    const opened = JSON.parse(openText(Plaintext, notes, holder)) as readonly DeskNote[];
    return { notes: opened, version, key: { plain: Plaintext, wrapped: dataKey } };
  }

  async function newKey(programme: string): Promise<Kept['key']> {
    const { Plaintext, CiphertextBlob } = await kms.send(
      new GenerateDataKeyCommand({ KeyId: identityKey, KeySpec: 'AES_256', EncryptionContext: { programme } }),
    );
    if (Plaintext === undefined || CiphertextBlob === undefined) {
      throw new Error('KMS answered no data key; accepted: a plaintext and a wrapped key');
    }
    return { plain: Plaintext, wrapped: CiphertextBlob };
  }

  return {
    async of(programme, holder) {
      return (await read(programme, holder))?.notes ?? [];
    },

    async keep(programme, holder, note) {
      for (let tries = 0; tries < maxTries; tries += 1) {
        const known = await read(programme, holder);
        const before = known?.notes.find(({ contactId }) => contactId === note.contactId);
        if (before !== undefined && before.revision >= note.revision) {
          return before;
        }
        const notes = withNote(known?.notes ?? [], note);
        const { plain, wrapped } = known?.key ?? (await newKey(programme));
        const Item = {
          [partitionKey]: notesOf(programme, holder),
          dataKey: wrapped,
          notes: sealText(plain, JSON.stringify(notes), holder),
          version: (known?.version ?? 0) + 1,
        };
        const written = await conditional(
          client.send(
            new PutCommand({
              TableName: table,
              Item,
              ...(known === undefined
                ? {
                    ConditionExpression: 'attribute_not_exists(#person)',
                    ExpressionAttributeNames: { '#person': partitionKey },
                  }
                : {
                    ConditionExpression: '#version = :read',
                    ExpressionAttributeNames: { '#version': 'version' },
                    ExpressionAttributeValues: { ':read': known.version },
                  }),
            }),
          ),
        );
        if (written) {
          return notes.find(({ contactId }) => contactId === note.contactId) ?? note;
        }
      }
      throw new Error(`Notes of one person: ${maxTries} concurrent changes in a row; retry later`);
    },
  };
}
