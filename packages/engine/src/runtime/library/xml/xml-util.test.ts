import { expect, it } from 'vitest';
import { buildXmlUtil } from './xml-util.ts';

const xml = buildXmlUtil();

it("reads the guide's example", () => {
  const text =
    '<?xml version="1.0" encoding="UTF-8"?>\n<posts>\n<post>\n  <id>1</id>\n  <title>Getting started with GraphQL</title>\n</post>\n</posts>';
  const map = { posts: { post: { id: 1, title: 'Getting started with GraphQL' } } };
  expect(xml.toMap(text)).toEqual(map);
  expect(xml.toJsonString(text)).toBe(JSON.stringify(map));
  expect(xml.toJsonString(text, true)).toBe(JSON.stringify(JSON.stringify(map)));
});

it('makes lists of repeated elements and keys of attributes', () => {
  const text = '<a x="1"><b>true</b><b><![CDATA[<&]]></b><c/><!-- no --><d lang="de">Tag &amp; Nacht</d></a>';
  expect(xml.toMap(text)).toEqual({
    a: { x: 1, b: [true, '<&'], c: '', d: { lang: 'de', content: 'Tag & Nacht' } },
  });
});

it('reads character references, and keeps what only looks like a number as text', () => {
  expect(xml.toMap('<a><b>&#65;&#x42;&lt;</b><c>007</c><d>0x1F</d><e>1e3</e><f>null</f></a>')).toEqual({
    a: { b: 'AB<', c: '007', d: '0x1F', e: 1000, f: null },
  });
});

it.each(['<a>', '<a></b>', 'text', '<a/><b/>', '<a/><a/>', '<a/>text', '<a b=c/>', ''])(
  'answers null for %s',
  (text) => {
    expect(xml.toMap(text)).toBeNull();
  },
);
