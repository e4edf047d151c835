import { existsSync, readFileSync } from 'node:fs';
import { unknownOf, type ApiDescription, type DescribedRequest } from './api-description.ts';
import { answerFindings, bodyFindings } from './csdl/message.ts';
import type { CsdlModel } from './csdl/model.ts';
import { queryFindings } from './csdl/query.ts';
import { readCsdl } from './csdl/read.ts';
import { resourceAt, type Resource } from './csdl/resource.ts';

export interface CsdlOptions {
  readonly name: string;
  /** The service root, as `https://graph.microsoft.com/v1.0`. */
  readonly root: string;
}

const graph: CsdlOptions = { name: 'Microsoft Graph v1.0 CSDL', root: 'https://graph.microsoft.com/v1.0' };

/** An OData service from its CSDL XML, Microsoft Graph unless told; undefined where the file is not there. */
export const csdl = (file: string, options: CsdlOptions = graph): ApiDescription | undefined =>
  existsSync(file) ? csdlOf(readFileSync(file, 'utf8'), options) : undefined;

/** A description of the text of a CSDL document. It says nothing of scopes. */
export function csdlOf(xml: string, { name, root }: CsdlOptions): ApiDescription {
  const model = readCsdl(xml);
  const resourceOf = ({ url }: DescribedRequest): Resource | undefined => {
    const address = url.origin + url.pathname;
    return address.startsWith(`${root}/`)
      ? resourceAt(model, decodeURIComponent(address.slice(root.length + 1)))
      : undefined;
  };
  const allowedOf = (request: DescribedRequest): Resource | undefined => {
    const resource = resourceOf(request);
    return resource && methodsOf(model, resource).includes(request.method) ? resource : undefined;
  };

  return {
    name,
    operationCount: model.roots.size + model.operations.length + navigationsOf(model),
    covers(request) {
      const resource = allowedOf(request);
      return resource && `${request.method} ${resource.template}`;
    },
    findings(request) {
      const resource = allowedOf(request);
      if (!resource) return [unknownOf(request)];
      const at = `${request.method} ${resource.template}`;
      const query = queryFindings(model, resource.use?.name, request.url.searchParams);
      return [...query.map((finding) => `${at}: ${finding}`), ...bodyFindings(model, resource, request, at)];
    },
    answerFindings(request, answer) {
      const resource = allowedOf(request);
      return resource ? answerFindings(model, resource, request, answer) : [];
    },
    scopesOf: () => undefined,
  };
}

const navigationsOf = (model: CsdlModel): number =>
  [...model.types.values()].reduce(
    (sum, type) =>
      sum + (type.kind === 'enum' ? 0 : [...type.properties.values()].filter((one) => one.navigation).length),
    0,
  );

/** The verbs a resource takes (https://docs.oasis-open.org/odata/odata/v4.01 §11, read 2026-11-21). */
function methodsOf(model: CsdlModel, { use, operation, special, navigation }: Resource): readonly string[] {
  if (operation) return [operation.kind === 'action' ? 'POST' : 'GET'];
  if (special === '$count') return ['GET'];
  if (special === '$ref') return ['GET', 'POST', 'PUT', 'DELETE'];
  if (special === '$value' || use?.name === 'Edm.Stream') return ['GET', 'PUT', 'PATCH'];
  if (!navigation) return model.types.get(use?.name ?? '')?.kind === 'complex' ? ['GET', 'PATCH', 'PUT'] : ['GET'];
  return use?.collection ? ['GET', 'POST'] : ['GET', 'PATCH', 'PUT', 'DELETE'];
}
