import { ownString } from '../json/json.ts';
import { done, failure, type Outcome } from '../run/outcome.ts';
import type { Step } from '../run/step.ts';

/** Validates and encrypts what was typed, as the block asks, and keeps it in `$.StoredCustomerInput`. */
export const acceptInput = (step: Step, typed: string): Outcome => {
  const { contact } = step;
  const validation = step.object('InputValidation') ?? {};
  const phone = step.object('PhoneNumberValidation', validation);
  if (phone !== undefined) {
    const countryCode = step.text('CountryCode', phone);
    const number = step.need('validatePhone').validatePhone({
      digits: typed,
      format: step.text('NumberFormat', phone) === 'Local' ? 'Local' : 'E164',
      ...(countryCode === undefined ? {} : { countryCode }),
    });
    if (!number.ok) return failure(number.reason, 'InvalidPhoneNumber');
    contact.storedInput = number.value;
    return done;
  }
  const encryption = step.object('InputEncryption');
  if (encryption !== undefined) {
    const key = {
      keyId: step.text('EncryptionKeyId', encryption) ?? '',
      certificate: ownString(encryption, 'Key') ?? '',
    };
    const cipherText = step.need('encrypt').encrypt(typed, key);
    if (!cipherText.ok) return failure(cipherText.reason);
    contact.storedInput = cipherText.value;
    return done;
  }
  contact.storedInput = typed;
  return done;
};
