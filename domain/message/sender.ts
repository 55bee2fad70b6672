/** Who a message comes from, in one country. */
export type Sender =
  /** Letters and digits that the phone shows; nobody can answer it. */
  | { readonly country: string; readonly type: 'sender-id'; readonly id: string }
  /** A number that can be answered (E.164, or a short code). */
  | { readonly country: string; readonly type: 'number'; readonly id: string };

interface CountryRule {
  readonly id: RegExp;
  /** In French, for whoever writes a sender. */
  readonly accepted: string;
  readonly canHaveNumber: boolean;
  /** IANA zone. */
  readonly zone: string;
}

/** What each country lets a sender be (End User Messaging, SMS by country; COMMON-34). */
const countryRules: Readonly<Record<string, CountryRule>> = {
  FR: {
    id: /^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$/,
    accepted: '1 à 11 lettres ou chiffres, dont une lettre, sans tiret ni espace',
    canHaveNumber: true,
    zone: 'Europe/Paris',
  },
  NC: {
    id: /^(?=.*[A-Za-z])[A-Za-z0-9-]{1,11}$/,
    accepted: '1 à 11 lettres, chiffres ou tirets, dont une lettre',
    canHaveNumber: false,
    zone: 'Pacific/Noumea',
  },
};

const senderCountries: readonly string[] = Object.keys(countryRules);

/** What is wrong with a sender, in French; empty when it can be used. */
export function senderFaults({ country, type, id }: Sender): readonly string[] {
  const rule = countryRules[country];
  if (rule === undefined) {
    return [`Le pays « ${country} » n’a pas de règle d’expéditeur ; pays acceptés : ${senderCountries.join(', ')}.`];
  }
  if (type === 'number') {
    const isNumber = /^\+?\d{4,15}$/.test(id);
    return [
      ...(rule.canHaveNumber
        ? []
        : [`En ${country}, aucun numéro ne reçoit de SMS ; accepté : un expéditeur alphanumérique.`]),
      ...(isNumber ? [] : [`L’expéditeur « ${id} » n’est pas un numéro ; accepté : de 4 à 15 chiffres.`]),
    ];
  }
  return rule.id.test(id) ? [] : [`L’expéditeur « ${id} » (${country}) est refusé ; accepté : ${rule.accepted}.`];
}

/** Whether the person can answer what this sender writes. */
export function canReceive({ type }: Sender): boolean {
  return type === 'number';
}

/** IANA zones of those who may be written to. */
export function zonesOfSenders(senders: readonly Sender[]): readonly string[] {
  return [...new Set(senders.flatMap(({ country }) => countryRules[country]?.zone ?? []))];
}
