import type { MessageContent } from '../programme/message-content.ts';
import { senderFaults } from './sender.ts';
import { templateFaults } from './template-faults.ts';

/** Everything wrong with the messages of a programme, in French; empty = they can be deployed. Each line names what it speaks of. */
export function messageFaults({ messageTemplates, messageRules }: MessageContent): readonly string[] {
  const { senders, quietHours, maxPricePerPart, prices, maxParts, linkLength, retry } = messageRules;
  const codes = messageTemplates.map(({ code }) => code);
  const countries = senders.map(({ country }) => country);
  return [
    ...(senders.length === 0 ? ['Aucun expéditeur ; accepté : un par pays.'] : []),
    ...senders.flatMap(senderFaults),
    ...repeated(countries).map((country) => `Le pays « ${country} » a deux expéditeurs ; accepté : un.`),
    ...repeated(codes).map((code) => `Le code « ${code} » est celui de deux modèles ; accepté : un.`),
    ...(quietHours.from < quietHours.to && [quietHours.from, quietHours.to].every((one) => /^\d{2}:\d{2}$/.test(one))
      ? []
      : [`Heures d’envoi de ${quietHours.from} à ${quietHours.to} ; accepté : HH:MM, la première avant la seconde.`]),
    ...(quietHours.days.length > 0 && quietHours.days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
      ? []
      : [`Jours d’envoi « ${quietHours.days.join(', ')} » ; accepté : au moins un, de 1 (lundi) à 7 (dimanche).`]),
    ...(/^\d{0,2}(\.\d{1,5})?$/.test(String(maxPricePerPart)) && maxPricePerPart > 0
      ? []
      : [`Prix maximal ${maxPricePerPart} ; accepté : de 0,00001 à 99,99999 dollar par SMS.`]),
    ...countries
      .filter((country) => (prices[country] ?? 0) > maxPricePerPart)
      .map((country) => `Le prix ${prices[country]} de « ${country} » dépasse le maximum ${maxPricePerPart}.`),
    ...atLeastOne('maxParts', maxParts),
    ...atLeastOne('linkLength', linkLength),
    ...atLeastOne('retry.maxAttempts', retry.maxAttempts),
    ...atLeastOne('retry.afterMinutes', retry.afterMinutes),
    ...messageTemplates.flatMap((template) =>
      templateFaults(template, messageRules).map((fault) => `${template.code} : ${fault}`),
    ),
  ];
}

function atLeastOne(name: string, value: number): readonly string[] {
  return Number.isInteger(value) && value >= 1 ? [] : [`${name} vaut ${value} ; accepté : un entier à partir de 1.`];
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
