/** Tables of what agents are told, and of appointments: spread into contracts/tables.ts. Imports nothing. */
export const knowledgeTableKeys = {
  /**
   * Cards. `item` = `programme#cards` (part = `cardId#version#publication`), `programme#editions` (`-`: which publications count, in order),
   * `programme#drafts` (card id), `programme#grids` (import id). Only where a programme has cards.
   */
  knowledge: { env: 'KNOWLEDGE_TABLE', partitionKey: 'item', sortKey: 'part' },
  /**
   * Appointments. `item` = `programme#seats#<siteId>#<local day>` (part = `HH:MM#<kind>#<seat>`: who holds it), `programme#appointment#<id>` (`-`),
   * `programme#person#<personId>` (slot instant `#` id). Phone appointments to come are in the index: `due` = `programme#due#0`, `dueAt` = slot instant
   * `#` id. Only where a programme gives appointments.
   */
  appointments: {
    env: 'APPOINTMENTS_TABLE',
    partitionKey: 'item',
    sortKey: 'part',
    dueIndex: { name: 'due', partitionKey: 'due', sortKey: 'dueAt' },
  },
} as const;

/** Tables that are created only where agents have cards. */
export const knowledgeTables = ['knowledge'] as const;

/** Tables that are created only where appointments are given. */
export const appointmentTables = ['appointments'] as const;
