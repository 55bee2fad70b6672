import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface WrittenFlow {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly content: unknown;
}

/** A flow that says a text and hangs up; `parameters` of a first action may name other things. */
export function flow(name: string, lambda?: string, type = 'CONTACT_FLOW'): WrittenFlow {
  const end = { Identifier: 'fin', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
  const call = {
    Identifier: 'appel',
    Type: 'TransferToFlow',
    Parameters: { ContactFlowId: lambda },
    Transitions: { NextAction: 'fin', Errors: [{ NextAction: 'fin', ErrorType: 'NoMatchingError' }], Conditions: [] },
  };
  const actions = lambda === undefined ? [end] : [call, end];
  return {
    name,
    type,
    description: 'Essai',
    content: { Version: '2019-10-30', StartAction: actions[0]?.Identifier, Metadata: {}, Actions: actions },
  };
}

/** A `contact-flows` folder with these files, by their path. */
export function flowFolder(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-flows-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}
