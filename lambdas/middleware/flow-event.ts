/** What Connect gives to a function that a flow invokes (Amazon Connect documentation), reduced to what ours read. */
export interface FlowEvent {
  readonly contactId: string;
  readonly initialContactId: string;
  readonly initiation: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Parameters of the block. An unresolved reference may come as an empty text or not at all. */
  readonly parameters: Readonly<Record<string, string>>;
  /** E.164, absent when withheld. Personal data: never logged. */
  readonly customerNumber?: string;
  readonly systemNumber?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Throws naming what is missing when the event is not one of Connect's. */
export function parseFlowEvent(event: unknown): FlowEvent {
  const details = fields(fields(event)['Details']);
  const contact = fields(details['ContactData']);
  const contactId = contact['ContactId'];
  if (typeof contactId !== 'string' || contactId === '') {
    throw new Error('The event has no Details.ContactData.ContactId; accepted: a ContactFlowEvent of Amazon Connect');
  }
  const initialContactId = contact['InitialContactId'];
  const customerNumber = phone(contact['CustomerEndpoint']);
  const systemNumber = phone(contact['SystemEndpoint']);
  return {
    contactId,
    initialContactId: typeof initialContactId === 'string' && initialContactId !== '' ? initialContactId : contactId,
    initiation: typeof contact['InitiationMethod'] === 'string' ? contact['InitiationMethod'] : '',
    attributes: texts(contact['Attributes']),
    parameters: texts(details['Parameters']),
    ...(customerNumber && { customerNumber }),
    ...(systemNumber && { systemNumber }),
  };
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function texts(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function phone(endpoint: unknown): string | undefined {
  const address = fields(endpoint)['Address'];
  return typeof address === 'string' && address !== '' ? address : undefined;
}
