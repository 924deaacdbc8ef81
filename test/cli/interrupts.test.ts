import { EventEmitter } from 'node:events';
import { listenForInterrupts } from '../../src/cli/interrupts';

describe('Ctrl+C while a plan is made', () => {
  it('first stops and keeps, then gives up', () => {
    const source = new EventEmitter();
    let told = 0;
    const { stop, signal } = listenForInterrupts(source, () => (told += 1));
    source.emit('SIGINT');
    expect([stop.aborted, signal.aborted, told]).toEqual([true, false, 1]);
    source.emit('SIGINT');
    expect([stop.aborted, signal.aborted, told]).toEqual([true, true, 1]);
  });

  it('is the system’s again afterwards', () => {
    const source = new EventEmitter();
    const { stop, end } = listenForInterrupts(source, () => undefined);
    end();
    expect(source.emit('SIGINT')).toBe(false);
    expect(stop.aborted).toBe(false);
  });
});
