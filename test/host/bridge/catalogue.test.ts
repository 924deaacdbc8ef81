import { listMembers, listTypes } from '../../../src/host/bridge/catalogue';
import { readClientMembers } from './clientMembers';
import { WIRE_ONLY } from './memberTable';

describe('the object model by data', () => {
  const client = readClientMembers();
  const members = listMembers().filter(({ type, name }) => !WIRE_ONLY.has(`${type}.${name}`));

  it('declares only classes and members that the client has', () => {
    const unknown = members.filter(({ type, name }) => !client.get(type)?.has(name));
    expect(unknown.map(({ type, name }) => `${type}.${name}`)).toEqual([]);
  });

  it('says of each member the API set that the client says', () => {
    const differing = members
      .map(({ type, name, since }) => [`${type}.${name}`, since, client.get(type)?.get(name)?.since])
      .filter(([, ours, theirs]) => ours !== theirs);
    expect(differing).toEqual([]);
  });

  it('lets be set what the client lets be set, and nothing more', () => {
    const differing = members
      .filter(({ kind }) => kind === 'property')
      .filter(({ type, name, isWritable }) => isWritable && client.get(type)?.get(name)?.isWritable !== true);
    expect(differing).toEqual([]);
  });

  it('names members on the wire as the client does', () => {
    const wrong = listTypes().flatMap((type) => {
      const names = new Set([...(client.get(type.name)?.values() ?? [])].map(({ wireName }) => wireName));
      const ours = [...Object.keys(type.properties), ...Object.keys(type.objects), ...Object.keys(type.methods)];
      return ours
        .filter((name) => !names.has(name) && name !== 'Gridlines' && name !== 'Headings')
        .map((name) => `${type.name}.${name}`);
    });
    expect(wrong).toEqual([]);
  });
});
