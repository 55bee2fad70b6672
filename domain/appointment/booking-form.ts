/** What the desk sends to book. `numberKey`: of the person on the line; `phone`: as they said it, where the line shows no number. */
export interface BookingForm {
  readonly appointmentId: string;
  readonly siteId: string;
  readonly slotAt: string;
  readonly scheme: string;
  readonly numberKey?: string;
  readonly phone?: string;
  readonly lastName: string;
  readonly firstName: string;
  /** They agreed to be written to. */
  readonly texts: boolean;
  readonly contactId?: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

/** Reads the form; answers the fault in French, as the agent reads it, instead of throwing. */
export function parseBookingForm(fields: Readonly<Record<string, unknown>>): BookingForm | { readonly fault: string } {
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const [appointmentId, siteId, scheme] = [text('appointmentId'), text('siteId'), text('scheme')];
  const slot = readSlotAt(fields);
  if (!uuid.test(appointmentId)) {
    return fault('appointmentId', fields['appointmentId'], 'un identifiant UUID');
  }
  if (typeof slot !== 'string') {
    return slot;
  }
  const [numberKey, phone, contactId] = [text('numberKey'), text('phone'), text('contactId')];
  if (numberKey === '' && phone === '') {
    return { fault: 'Le numéro de la personne manque : demandez-le, puis saisissez-le.' };
  }
  const [lastName, firstName] = [text('lastName'), text('firstName')];
  if (lastName === '' || firstName === '' || lastName.length > 80 || firstName.length > 80) {
    return { fault: 'Le nom et le prénom sont nécessaires, de 80 caractères au plus : ils sont dits à l’accueil.' };
  }
  return {
    ...{ appointmentId, siteId, scheme, lastName, firstName, slotAt: slot, texts: fields['texts'] === true },
    ...(numberKey !== '' && { numberKey }),
    ...(phone !== '' && { phone }),
    ...(contactId !== '' && { contactId }),
  };
}

/** Instant of a slot, with milliseconds. */
export function readSlotAt(fields: Readonly<Record<string, unknown>>): string | { readonly fault: string } {
  const { slotAt } = fields;
  return typeof slotAt === 'string' && instant.test(slotAt)
    ? new Date(slotAt).toISOString()
    : fault('slotAt', slotAt, 'l’instant d’un créneau, tel que 2025-07-04T21:00:00.000Z');
}

function fault(field: string, value: unknown, accepted: string): { readonly fault: string } {
  return { fault: `Le champ « ${field} » vaut ${JSON.stringify(value) ?? 'rien'} ; valeur acceptée : ${accepted}.` };
}
