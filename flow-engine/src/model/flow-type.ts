/** Flow types of CreateContactFlow. A module has none: see `Flow.isModule`. */
export const flowTypes = [
  'CONTACT_FLOW',
  'CUSTOMER_QUEUE',
  'CUSTOMER_HOLD',
  'CUSTOMER_WHISPER',
  'AGENT_HOLD',
  'AGENT_WHISPER',
  'OUTBOUND_WHISPER',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
  'CAMPAIGN',
] as const;

export type FlowType = (typeof flowTypes)[number];

export const isFlowType = (value: unknown): value is FlowType => flowTypes.some((type) => type === value);

/** `Metadata.type` of console exports, e.g. `customerQueue`; some exports write the API name instead. */
export const flowTypeOfMetadata = (type: string): FlowType | undefined => {
  const name = type
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toUpperCase();
  return isFlowType(name) ? name : undefined;
};
