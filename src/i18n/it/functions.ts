import type { functions as english } from '../en/functions';

export const functions: Record<keyof typeof english, string> = {};
