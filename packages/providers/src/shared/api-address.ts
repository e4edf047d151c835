import { z } from 'zod';

/** Where the API of a service that a person names is, without a slash at its end; which addresses may be called, egress decides. */
export const apiAddress = () =>
  z
    .string()
    .trim()
    .max(200)
    .regex(/^https?:\/\/[^\s?#@\\]+$/, 'An address that begins with https://')
    .overwrite((address) => address.replace(/\/+$/, ''));
