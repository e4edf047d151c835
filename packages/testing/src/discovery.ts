import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkValue, type DiscoverySchema } from './discovery-schema.ts';

interface Parameter extends DiscoverySchema {
  readonly location?: 'path' | 'query';
  readonly required?: boolean;
  readonly repeated?: boolean;
}
export interface DiscoveryMethod {
  readonly id: string;
  readonly httpMethod: string;
  readonly path: string;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly request?: { readonly $ref: string };
  readonly response?: { readonly $ref: string };
  readonly scopes?: readonly string[];
  readonly mediaUpload?: { readonly protocols: Readonly<Partial<Record<'simple' | 'resumable', { path: string }>>> };
}
interface Resources {
  readonly methods?: Readonly<Record<string, DiscoveryMethod>>;
  readonly resources?: Readonly<Record<string, Resources>>;
}
interface DiscoveryDocument extends Resources {
  readonly rootUrl: string;
  readonly servicePath: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly schemas: Readonly<Record<string, DiscoverySchema>>;
}

export interface DiscoveryRequest {
  readonly method: string;
  readonly url: URL;
  /** The body where it is JSON. */
  readonly json?: unknown;
}
export interface DiscoveryMatch {
  readonly method: DiscoveryMethod;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly upload: boolean;
}

/** Google's machine-readable description of one API, to hold requests and answers against. */
export class Discovery {
  readonly document: DiscoveryDocument;
  readonly methods: readonly DiscoveryMethod[];
  readonly #routes: readonly { readonly pattern: RegExp; readonly method: DiscoveryMethod; readonly upload: boolean }[];

  constructor(document: DiscoveryDocument) {
    this.document = document;
    const { rootUrl, servicePath } = document;
    this.methods = methodsOf(document);
    this.#routes = this.methods.flatMap((method) => {
      const uploads = Object.values(method.mediaUpload?.protocols ?? {}).map(({ path: upload }) => upload);
      return [
        { pattern: patternOf(rootUrl + servicePath + method.path, method), method, upload: false },
        ...uploads.map((upload) => ({
          pattern: patternOf(rootUrl.replace(/\/$/, '') + upload, method),
          method,
          upload: true,
        })),
      ];
    });
  }

  /** Reads `<name>.json` of a folder, or answers undefined where it is not there. */
  static load(folder: string, name: string): Discovery | undefined {
    const file = path.join(folder, `${name}.json`);
    return existsSync(file) ? new Discovery(JSON.parse(readFileSync(file, 'utf8')) as DiscoveryDocument) : undefined;
  }

  match({ method, url }: DiscoveryRequest): DiscoveryMatch | undefined {
    for (const route of this.#routes) {
      // The pieces of a resumable upload are PUT to the address its start answered.
      const piece = method === 'PUT' && route.upload && url.searchParams.has('upload_id');
      if (route.method.httpMethod !== method && !piece) continue;
      const found = route.pattern.exec(url.origin + url.pathname);
      if (!found) continue;
      const values = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
      return {
        method: route.method,
        pathParameters: Object.fromEntries(values) as Record<string, string>,
        upload: route.upload,
      };
    }
    return undefined;
  }

  /** What of a request the description does not know or refuses; nothing where it fits. */
  findings(request: DiscoveryRequest): string[] {
    const match = this.match(request);
    if (!match) return [`no method for ${request.method} ${request.url.pathname}`];
    const { method, upload } = match;
    const query = [...request.url.searchParams.keys()].flatMap((name) =>
      this.#parameter(method, name, request.url, upload),
    );
    const missing = Object.entries(method.parameters ?? {})
      .filter(
        ([name, { required, location }]) => required && location === 'query' && !request.url.searchParams.has(name),
      )
      .map(([name]) => `${method.id}: ${name} is missing`);
    const body = upload && request.json === undefined ? [] : this.#body(method, request.json);
    return [...query, ...missing, ...body];
  }

  /** What of an answer's JSON the description does not know. */
  answerFindings(method: DiscoveryMethod, json: unknown): string[] {
    if (!method.response) return json === undefined ? [] : [`${method.id}: answers nothing`];
    return checkValue(this.document.schemas, method.response, json, `${method.id} answer`);
  }

  #parameter(method: DiscoveryMethod, name: string, url: URL, upload: boolean): string[] {
    if (upload && ['uploadType', 'upload_id'].includes(name)) return [];
    const declared = method.parameters?.[name] ?? this.document.parameters[name];
    if (!declared || declared.location !== 'query') return [`${method.id}: unknown parameter ${name}`];
    const values = url.searchParams.getAll(name);
    if (values.length > 1 && !declared.repeated) return [`${method.id}: ${name} is repeated`];
    return values.flatMap((value) =>
      checkValue(this.document.schemas, declared, typed(declared, value), `${method.id} ${name}`),
    );
  }

  #body(method: DiscoveryMethod, json: unknown): string[] {
    if (!method.request) return json === undefined ? [] : [`${method.id}: takes no body`];
    return checkValue(this.document.schemas, method.request, json ?? {}, method.id);
  }
}

function methodsOf({ methods = {}, resources = {} }: Resources): DiscoveryMethod[] {
  return [...Object.values(methods), ...Object.values(resources).flatMap(methodsOf)];
}

/** `{id}` is one segment; `{+name}` may be several, as the parameter's own pattern says. */
function patternOf(template: string, { parameters = {} }: DiscoveryMethod): RegExp {
  const escaped = template.replaceAll(/[.*?^$()|[\]\\]/g, '\\$&');
  const pattern = escaped.replaceAll(/\{(\+?)([^}]+)\}/g, (_all, several: string, name: string) => {
    const own = parameters[name]?.pattern?.replaceAll(/^\^|\$$/g, '');
    return `(?<${name}>${several ? (own ?? '.+') : '[^/]+'})`;
  });
  return new RegExp(`^${pattern}$`);
}

/** A parameter's text as its declared type. */
function typed({ type }: DiscoverySchema, value: string): unknown {
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  return type === 'integer' || type === 'number' ? Number(value) : value;
}
