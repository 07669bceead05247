// A module customization hook (runs on the loader's thread): finds packages of layers, and the engine's AWS SDK.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isInOpt, layerPlaces } from './layer-files.mjs';

/** @type {{ url: string, pattern: RegExp }[]} */
let anchors = [];

/** @type {readonly string[]} the one that wins first */
let layerDirectories = [];

/** @param {{ anchors: { url: string, pattern: string }[], layerDirectories: readonly string[] }} data */
export function initialize(data) {
  layerDirectories = data.layerDirectories;
  anchors = data.anchors.map(({ url, pattern }) => ({ url, pattern: new RegExp(pattern) }));
}

/** The function's own packages first, as on Lambda. */
export async function resolve(specifier, context, nextResolve) {
  try {
    return await nextResolve(specifier, context);
  } catch (error) {
    const path = specifier.startsWith('file:') ? fileURLToPath(specifier) : specifier;
    for (const place of isInOpt(path) ? layerPlaces(path, layerDirectories) : []) {
      const found = await nextResolve(pathToFileURL(place).href, context).catch(() => undefined);
      if (found !== undefined) return found;
    }
    if (/^[./]|^[a-z]+:/.test(specifier)) throw error;
    for (const { url, pattern } of anchors) {
      const found = pattern.test(specifier)
        ? await nextResolve(specifier, { ...context, parentURL: url }).catch(() => undefined)
        : undefined;
      if (found !== undefined) return found;
    }
    throw error;
  }
}
