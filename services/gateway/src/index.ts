export { gatewayService, type RunningGateway } from './gateway.service.ts';
export { declaredRoutes, openApiDocument } from './openapi/openapi-document.ts';
