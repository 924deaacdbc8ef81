import type { Day } from '../planning/units';

const DAY_MS = 86_400_000;
/** Serial number of 1 January 1970. */
const UNIX_EPOCH = 25_569;

/** The present moment in the user's time zone, as Excel serials. */
export function systemClock(): { today: Day; at: number } {
  const now = new Date();
  const local = now.getTime() - now.getTimezoneOffset() * 60_000;
  const at = UNIX_EPOCH + local / DAY_MS;
  return { today: Math.floor(at) as Day, at };
}
