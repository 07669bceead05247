import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { withFederationNames } from './federation-names.ts';

const URL = 'https://specs.apollo.dev/federation/v2.3';

function read(sdl: string): string {
  return print(withFederationNames(parse(sdl)));
}

describe('names of Federation directives', () => {
  it('under a prefix of the subgraph become the namespace of the specification', () => {
    const text = read(`extend schema @link(url: "${URL}", as: "fed", import: ["@key"])
      directive @fed__external on FIELD_DEFINITION
      type A @key(fields: "id") { id: ID! @fed__external name: String @shareable @feder__own }`);
    expect(text).toContain(`@link(url: "${URL}", import: ["@key"])`);
    expect(text).toContain('directive @federation__external on FIELD_DEFINITION');
    expect(text).toContain('id: ID! @federation__external');
    expect(text).toContain('name: String @shareable @feder__own');
  });

  it('of the subgraph itself do too, and are imported no more', () => {
    const text = read(`extend schema
      @link(url: "${URL}", import: ["@shareable", { name: "@key", as: "@primary" }, { name: "FieldSet", as: "Fields" }])
      directive @primary(fields: Fields!) on OBJECT
      type A @primary(fields: "id") @key { id: ID! @shareable }`);
    expect(text).toContain('import: ["@shareable"]');
    expect(text).toContain('directive @federation__key(fields: federation__FieldSet!) on OBJECT');
    expect(text).toContain('type A @federation__key(fields: "id") @key');
  });

  it('stay as they are elsewhere', () => {
    const document = parse(`extend schema
      @link(url: "${URL}", import: ["@key", { name: "@key" }])
      @link(url: "https://notes.example/v1.0", as: "notes", import: [{ name: "@key", as: "@note" }])
      type A @note @notes__other { id: ID! }`);
    expect(withFederationNames(document)).toBe(document);
  });
});
