import { forbiddenIn } from './forbidden-words.ts';
import type { MessageRules } from './message-rules.ts';
import { type MessageTemplate, placesOf } from './message-template.ts';
import { segmentsOf } from './segments.ts';
import { canReceive, type Sender } from './sender.ts';
import { widestText } from './widest-text.ts';

/** What would ask for an answer to the message itself, which nobody reads where the sender is one-way. */
const asksForAnswer =
  /\br[ée]pondez\b(?!\s+(?:en ligne|ici|sur))|\br[ée]pondre\s+(?:à|a)\s+ce\s+(?:sms|message)\b|\b(?:envoyez|tapez|r[ée]pondez)\s+stop\b|\bstop\s+(?:par\s+sms|au\s+\d)/i;

/**
 * What keeps a template from being sent, in French for its author (COMMON-33, COMMON-34, ARS-02): places and fields that do not meet, forbidden words,
 * a text that is too long whatever its fields hold, and, for a sender that cannot be answered, an answer asked for or no link to stop by.
 */
export function templateFaults(template: MessageTemplate, rules: MessageRules): readonly string[] {
  const { code, text } = template;
  const places = placesOf(text);
  const fields = template.fields.map(({ name }) => name);
  const unknown = places.filter((place) => place !== 'link' && !fields.includes(place));
  const unused = fields.filter((name) => !places.includes(name));
  const forbidden = forbiddenIn(text.replaceAll(/\{\w+\}/g, ' '), rules.forbiddenWords);
  const oneWay = rules.senders.filter((sender) => !canReceive(sender));
  const widest = widestText(template, rules.linkLength);
  const { parts, encoding, foreign } = segmentsOf(widest);
  return [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)
      ? []
      : [`Le code « ${code} » est refusé ; accepté : minuscules, chiffres et tirets, comme « j2-relance ».`]),
    ...(text.trim() === '' ? [`Le modèle « ${code} » est vide ; accepté : un texte.`] : []),
    ...unknown.map((place) => `{${place}} n’est pas un champ ; acceptés : ${['link', ...fields].join(', ')}.`),
    ...unused.map((name) => `Le champ « ${name} » n’est pas dans le texte ; accepté : {${name}} une fois au moins.`),
    ...repeated(fields).map((name) => `Le champ « ${name} » est déclaré deux fois ; accepté : une fois.`),
    ...template.fields.flatMap((field) =>
      'max' in field && !(Number.isInteger(field.max) && field.max >= 1 && field.max <= 160)
        ? [`Le champ « ${field.name} » a une longueur de ${field.max} ; accepté : de 1 à 160 caractères.`]
        : [],
    ),
    ...forbidden.map((word) => `Le mot « ${word} » ne peut pas être écrit dans un SMS de ce programme.`),
    ...(parts > rules.maxParts
      ? [
          `Le message peut prendre ${parts} SMS en ${encoding}${because(foreign)} ; accepté : ${rules.maxParts} au plus, champs et lien compris.`,
        ]
      : []),
    ...(oneWay.length > 0 ? oneWayFaults(text, places, oneWay) : []),
  ];
}

function oneWayFaults(text: string, places: readonly string[], senders: readonly Sender[]): readonly string[] {
  const names = senders.map(({ id, country }) => `« ${id} » (${country})`).join(', ');
  const asked = asksForAnswer.exec(text)?.[0];
  return [
    ...(asked === undefined
      ? []
      : [`« ${asked} » : l’expéditeur ${names} ne reçoit pas de réponse ; accepté : répondre par le lien {link}.`]),
    ...(places.includes('link')
      ? []
      : [
          `L’expéditeur ${names} ne reçoit pas de réponse : le texte doit porter {link}, par lequel on arrête les messages.`,
        ]),
  ];
}

function because(foreign: readonly string[]): string {
  return foreign.length === 0 ? '' : ` à cause de ${foreign.map((one) => `« ${one} »`).join(', ')}`;
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
