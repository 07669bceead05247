// A module customization hook (runs on the loader's thread): finds packages of layers, and the engine's AWS SDK.

/** @type {{ url: string, pattern: RegExp }[]} */
let anchors = [];

/** @param {{ anchors: { url: string, pattern: string }[] }} data */
export function initialize(data) {
  anchors = data.anchors.map(({ url, pattern }) => ({ url, pattern: new RegExp(pattern) }));
}

/** The function's own packages first, as on Lambda. */
export async function resolve(specifier, context, nextResolve) {
  try {
    return await nextResolve(specifier, context);
  } catch (error) {
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
