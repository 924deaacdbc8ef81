import type { pane as english } from '../en/pane';

export const pane: Record<keyof typeof english, string> = {};
