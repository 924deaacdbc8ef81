import type { FunctionGuide } from './functionGuide';
import { hintFor, signatureOf } from './functionGuide';

/** Below the formula bar: the add-in's functions that go on as typed, or the arguments of the one being typed. */
export function FunctionHint({ text, guide, label }: { text: string; guide: FunctionGuide; label: string }) {
  const { called, offered } = hintFor(text, guide);
  if (!called && offered.length === 0) return null;
  return (
    <div className="hint" role="note" aria-label={label}>
      {(called ? [called] : offered.slice(0, 8)).map((candidate) => (
        <div key={candidate.id}>
          <code>{signatureOf(candidate, guide)}</code>
          <span>{candidate.description}</span>
        </div>
      ))}
    </div>
  );
}
