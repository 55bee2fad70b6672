/** USD a message part, by ISO country (order of magnitude of the AWS price list; what counts here is that money runs out). */
const prices: Readonly<Record<string, number>> = { FR: 0.0742, NC: 0.1142, GB: 0.0466, DE: 0.1072, US: 0.00847 };
const elsewhere = 0.1;

export const partPrice = (country: string): number => prices[country] ?? elsewhere;
