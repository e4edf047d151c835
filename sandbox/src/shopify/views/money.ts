const currencyCode = 'EUR';

/** An amount in the shop's only currency. */
export const moneyOf = (amount: string) => ({ amount, currencyCode });
export const bagOf = (amount: string) => ({ presentmentMoney: moneyOf(amount), shopMoney: moneyOf(amount) });
export const currency = currencyCode;
