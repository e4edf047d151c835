import { HubError } from '@switchboard/contracts';

/** @throws HubError `input_invalid` that names the field it is about. */
export function refuse(path: string, message: string): never {
  throw new HubError('input_invalid', message, { errors: [{ path, message }] });
}
