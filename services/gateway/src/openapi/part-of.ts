type Named = Record<string, unknown>;
/** What is read of an OpenAPI document here. */
export interface Document {
  readonly paths: Named;
  readonly components: Named & { readonly schemas?: Named };
}

/**
 * The part of a document that is enough to resolve what stands at `at`: its own path, and the schemas referred to from there.
 * Its text runs in the reader's browser, so it uses nothing from around it.
 */
export function partOf(document: Document, at: readonly string[]): Document {
  const [section, name = '', schema] = at;
  const { schemas: every = {}, ...others } = document.components;
  const paths = section === 'paths' ? { [name]: document.paths[name] } : {};
  const schemas: Named = {};
  const keep = (wanted: string): void => {
    if (wanted in schemas || !(wanted in every)) return;
    schemas[wanted] = every[wanted];
    keepAllIn(every[wanted]);
  };
  const keepAllIn = (from: unknown): void => {
    for (const [, wanted = ''] of JSON.stringify(from).matchAll(/"#\/components\/schemas\/([^"/]+)/g)) keep(wanted);
  };
  keepAllIn([paths, others]);
  if (name === 'schemas') for (const wanted of schema === undefined ? Object.keys(every) : [schema]) keep(wanted);
  return { ...document, paths, components: { ...others, schemas } };
}
