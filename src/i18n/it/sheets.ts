import type { sheets as english } from '../en/sheets';

export const sheets: Record<keyof typeof english, string> = {};
