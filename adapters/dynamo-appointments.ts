import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { knowledgeTableKeys } from '../contracts/knowledge-tables.ts';
import type { Appointment } from '../domain/appointment/appointment.ts';
import type { Appointments } from '../domain/appointment/appointments.ts';
import { conditional } from './conditional.ts';
import { readItem } from './read-item.ts';

const { partitionKey, sortKey, dueIndex } = knowledgeTableKeys.appointments;

/** Appointments in DynamoDB: an item each, and a line beside for the person who holds it. A phone appointment to come is in the due index. */
export function dynamoAppointments(client: DynamoDBDocumentClient, table: string): Appointments {
  const read = readItem(client);
  const find = async (programme: string, appointmentId: string): Promise<Appointment | undefined> => {
    const item = await read(table, { [partitionKey]: `${programme}#appointment#${appointmentId}`, [sortKey]: '-' });
    return item && toAppointment(item);
  };

  async function query(
    names: Readonly<Record<string, string>>,
    condition: string,
    values: Record<string, string>,
    index?: string,
  ) {
    const items: Record<string, unknown>[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        ...(index === undefined ? { ConsistentRead: true } : { IndexName: index }),
        KeyConditionExpression: condition,
        ExpressionAttributeNames: { ...names },
        ExpressionAttributeValues: values,
      },
    );
    for await (const { Items = [] } of pages) {
      items.push(...Items);
    }
    return items;
  }

  return {
    find,

    async save(programme, appointment) {
      const { appointmentId, personId, kind, state, slotAt, revision, handedAt } = appointment;
      const isDue = kind === 'phone' && state === 'booked' && handedAt === undefined;
      const saved = await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: {
              [partitionKey]: `${programme}#appointment#${appointmentId}`,
              [sortKey]: '-',
              ...appointment,
              ...(isDue && {
                [dueIndex.partitionKey]: `${programme}#due#0`,
                [dueIndex.sortKey]: `${slotAt}#${appointmentId}`,
              }),
            },
            ConditionExpression: revision === 1 ? 'attribute_not_exists(#item)' : '#revision = :read',
            ExpressionAttributeNames: revision === 1 ? { '#item': partitionKey } : { '#revision': 'revision' },
            ...(revision > 1 && { ExpressionAttributeValues: { ':read': revision - 1 } }),
          }),
        ),
      );
      if (saved && revision === 1) {
        const Item = { [partitionKey]: `${programme}#person#${personId}`, [sortKey]: appointmentId };
        await client.send(new PutCommand({ TableName: table, Item }));
      }
      return saved;
    },

    async ofPerson(programme, personId) {
      const lines = await query({ '#item': partitionKey }, '#item = :item', {
        ':item': `${programme}#person#${personId}`,
      });
      const found = await Promise.all(lines.map((line) => find(programme, String(line[sortKey]))));
      return found.filter((one) => one !== undefined).sort((a, b) => (a.slotAt < b.slotAt ? -1 : 1));
    },

    async dueUntil(programme, until) {
      const items = await query(
        { '#due': dueIndex.partitionKey, '#at': dueIndex.sortKey },
        '#due = :due AND #at <= :until',
        { ':due': `${programme}#due#0`, ':until': `${until}#~` },
        dueIndex.name,
      );
      // The index holds keys only, and may be late: the items themselves say what is due.
      const found = await Promise.all(
        items.map((item) =>
          read(table, { [partitionKey]: String(item[partitionKey]), [sortKey]: String(item[sortKey]) }),
        ),
      );
      return found.flatMap((item) => (item === undefined ? [] : [toAppointment(item)]));
    },
  };
}

/** Only `save` above fills these items. */
function toAppointment(item: Record<string, unknown>): Appointment {
  const { [partitionKey]: _, [sortKey]: __, [dueIndex.partitionKey]: ___, [dueIndex.sortKey]: ____, ...kept } = item;
  return kept as unknown as Appointment;
}
