/** Port: makes addresses ready to be told. An address that is ready stays so. */
export interface ContactRegistrar {
  register(addresses: readonly string[]): Promise<void>;
}
