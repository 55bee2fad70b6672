import { fillText } from '../context/fill-text.ts';
import type { SchemeDefinition } from '../programme/programme.ts';
import type { PersonFile } from '../recipient/person-file.ts';
import type { RecipientProfile } from '../recipient/profile.ts';
import { shortDay, typeset } from '../report/french.ts';
import type { CallScript } from './call-script.ts';

/** The first step of a call: who is there. Nothing of a file (SAMPS-34). */
export interface IdentityStep {
  readonly title: string;
  readonly identity: {
    readonly text: string;
    readonly checks: readonly { readonly label: string; readonly value: string }[];
    readonly tick: string;
  };
}

/** The whole call, once the identity is verified. */
export interface RenderedScript extends IdentityStep {
  /** Why we call: each file of the person, whatever list it came from (SAMPS-30). */
  readonly files: readonly {
    readonly scheme: string;
    readonly text: string;
    readonly missingDocuments: readonly string[];
  }[];
  readonly points: readonly {
    readonly code: string;
    readonly text: string;
    readonly button?: { readonly label: string; readonly action: string };
  }[];
  readonly uploadAddress: string;
  readonly outcomes: CallScript['outcomes'];
}

/** What the agent says and asks first. */
export function identityStep({ title, identity }: CallScript, person: RecipientProfile, agent: string): IdentityStep {
  const name = [person.firstName, person.lastName].join(' ');
  const values = { name, birthDate: person.birthDate && shortDay(person.birthDate), city: person.city };
  return {
    title: typeset(title),
    identity: {
      text: typeset(fillText(identity.text, { agent, person: name })),
      checks: identity.checks.map(({ label, field }) => ({ label, value: values[field] ?? 'non renseigné' })),
      tick: typeset(identity.tick),
    },
  };
}

/** The script in its points for one person (SAMPS-31): the documents that are missing, where to send them, and an appointment. */
export function renderScript(
  script: CallScript,
  person: RecipientProfile,
  { agent, schemes }: { readonly agent: string; readonly schemes: readonly SchemeDefinition[] },
): RenderedScript {
  const files = (person.files ?? []).toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1));
  const documents = [...new Set(files.flatMap(({ missingDocuments }) => missingDocuments))];
  const label = (code: string) => schemes.find((one) => one.code === code)?.label ?? code;
  const values = { documents: documents.join(', '), upload: script.uploadAddress };
  return {
    ...identityStep(script, person, agent),
    files: files.map(({ scheme, kind, dueOn, missingDocuments }) => ({
      scheme: label(scheme),
      text: typeset(
        fillText(script.subjects[kind], {
          scheme: label(scheme),
          date: dueOn === undefined ? '' : ` avant le ${shortDay(dueOn)}`,
        }),
      ),
      missingDocuments,
    })),
    points: script.points
      .filter(({ whenDocumentsMiss }) => whenDocumentsMiss !== true || documents.length > 0)
      .map(({ code, text, button }) => ({ code, text: typeset(fillText(text, values)), ...(button && { button }) })),
    uploadAddress: script.uploadAddress,
    outcomes: script.outcomes,
  };
}

function dueOf({ dueOn = '9999', scheme }: PersonFile): string {
  return `${dueOn} ${scheme}`;
}
