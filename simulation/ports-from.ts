/** Every port from one, so that an address that somebody kept, or that a function answered before a crash, is good after a restart. */
export function portsFrom(port: number): Record<string, number> {
  return { http: port, s3: port + 1, dynamodb: port + 2, services: port + 3, connect: port + 4, sms: port + 5 };
}
