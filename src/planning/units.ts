declare const unit: unique symbol;

/**
 * A civil day as an integer: the Excel serial number of the 1900 date system (1 January 1900 = 1, 1 March 1900 = 61).
 * Valid from 1 March 1900 to 31 December 9999; workbooks of the 1904 system are shifted when they are read.
 */
export type Day = number & { readonly [unit]: 'day' };
