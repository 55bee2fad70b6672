import type { MemberGroup } from '../member/member.ts';
import type { MessageRules } from '../message/message-rules.ts';
import { templateFaults } from '../message/template-faults.ts';
import type { AlertContent } from '../programme/alert-content.ts';
import type { AlertGroup } from './alert.ts';
import { cleanText, placeFaults, usualTemplate } from './alert-text.ts';
import { readSchedule, type TypedMoment } from './read-schedule.ts';

/** A form as it was typed, to be shown again as it was. */
export interface TypedAlert extends TypedMoment {
  readonly title: string;
  readonly category: string;
  readonly text: string;
  readonly groups: readonly string[];
  readonly when: 'now' | 'later';
}

/** A sending that can be made. `sendAt`: absent = at once. */
export interface AlertDraft {
  readonly title: string;
  readonly category: string;
  readonly text: string;
  readonly groups: readonly AlertGroup[];
  readonly sendAt?: string;
}

export type AlertField = 'title' | 'category' | 'text' | 'groups' | 'day' | 'time' | 'fold' | 'reason';
/** What is wrong, by field, in French. */
export type AlertFaults = Readonly<Partial<Record<AlertField, readonly string[]>>>;

export interface FormGround {
  readonly groups: readonly MemberGroup[];
  readonly categories: AlertContent['categories'];
  readonly rules: MessageRules;
  readonly structureName: string;
  readonly now: string;
  readonly timeZone: string;
}

const longestTitle = 80;
/** A form holds no more, whatever it becomes in SMS. */
const longestText = 1000;

/** Reads a form whole: every fault is told at once, each beside its field. */
export function checkAlert(
  typed: TypedAlert,
  ground: FormGround,
): { readonly draft: AlertDraft } | { readonly faults: AlertFaults; readonly twice?: readonly [string, string] } {
  const title = typed.title.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const groups = ground.groups.filter(({ groupId }) => typed.groups.includes(groupId));
  const moment = typed.when === 'now' ? undefined : readSchedule(typed, ground.now, ground.timeZone);
  const faults: AlertFaults = {
    ...faultsOf('title', titleFaults(title)),
    ...faultsOf(
      'category',
      ground.categories.some(({ code }) => code === typed.category) ? [] : ['Choisissez une catégorie dans la liste.'],
    ),
    ...faultsOf('text', textFaults(typed.text, ground)),
    ...faultsOf(
      'groups',
      groups.length === 0
        ? ['Choisissez au moins un groupe.']
        : groups.length < new Set(typed.groups).size
          ? ['Un des groupes choisis n’existe plus : vérifiez la liste.']
          : [],
    ),
    ...(moment?.type === 'problem' ? { [moment.field]: [moment.problem] } : {}),
    ...(moment?.type === 'twice'
      ? { fold: ['Cette nuit-là, les horloges reculent : cette heure existe deux fois. Choisissez laquelle.'] }
      : {}),
  };
  if (Object.keys(faults).length > 0) {
    return { faults, ...(moment?.type === 'twice' && { twice: [moment.first, moment.second] }) };
  }
  return {
    draft: {
      title,
      category: typed.category,
      text: cleanText(typed.text),
      groups: groups.map(({ groupId, name }) => ({ groupId, name })),
      ...(moment?.type === 'at' && { sendAt: moment.at }),
    },
  };
}

function titleFaults(title: string): readonly string[] {
  const length = [...title].length;
  return length === 0
    ? ['Donnez un titre : il sert à retrouver le message, il n’est pas envoyé.']
    : length > longestTitle
      ? [`Le titre a ${length} caractères ; accepté : ${longestTitle} au plus.`]
      : [];
}

function textFaults(typed: string, { rules, structureName }: FormGround): readonly string[] {
  const text = cleanText(typed);
  if (text === '') {
    return ['Écrivez le message.'];
  }
  if (text.length > longestText) {
    return [`Le message a ${text.length} caractères ; accepté : ${longestText} au plus.`];
  }
  const places = placeFaults(text);
  return places.length > 0 ? places : templateFaults(usualTemplate(text, structureName), rules);
}

function faultsOf(field: AlertField, faults: readonly string[]): AlertFaults {
  return faults.length === 0 ? {} : { [field]: faults };
}
