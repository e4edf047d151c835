import { Readable } from 'node:stream';
import {
  beginFlow,
  createKeyConnection,
  deleteConnection,
  disconnect,
  getConnection,
  getConnectionPicture,
  getConnectionPictureRoute,
  getConnectionRoute,
  getConnections,
  getConnectionUsage,
  getUsage,
  listConnections,
  patchConnection,
  postConnection,
  postFeatures,
  postReconnect,
  postRefresh,
  postTest,
  refreshConnection,
  replaceConnectionKey,
  testConnection,
  updateConnection,
} from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { HandleRoute, type Http, type RouteInput, Streamed } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';
import { sandboxPolicy } from '../http/security-headers.ts';
import { Cookies } from '../sign-in/cookies.ts';

const pageSize = 100;

/** A person's links to their accounts. */
@Controller()
export class ConnectionsController {
  constructor(
    private readonly bus: Bus,
    private readonly cookies: Cookies,
  ) {}

  @HandleRoute(postConnection)
  async begin({ body }: RouteInput<typeof postConnection>, caller: Caller, http: Http) {
    const { key, secretId, returnTo, ...asked } = body;
    if (key !== undefined || secretId !== undefined)
      return this.bus.request(createKeyConnection, { ...asked, key, secretId }, caller);
    const browserBinding = await this.bind(http);
    return this.bus.request(beginFlow, { ...asked, returnTo, purpose: 'connect', browserBinding }, caller);
  }

  @HandleRoute(postReconnect)
  async reconnect({ params, body }: RouteInput<typeof postReconnect>, caller: Caller, http: Http) {
    const { key, ...rest } = body;
    if (key !== undefined) return this.bus.request(replaceConnectionKey, { ...params, key }, caller);
    const { provider, features } = await this.bus.request(getConnection, params, caller);
    const asked = { ...params, ...rest, provider, features, purpose: 'reconnect' } as const;
    return this.bus.request(beginFlow, { ...asked, browserBinding: await this.bind(http) }, caller);
  }

  @HandleRoute(postFeatures)
  async addFeatures({ params, body }: RouteInput<typeof postFeatures>, caller: Caller, http: Http) {
    const { provider, byKey } = await this.bus.request(getConnection, params, caller);
    if (byKey) return this.bus.request(updateConnection, { ...params, addFeatures: body.features }, caller);
    const asked = { ...params, ...body, provider, purpose: 'features' } as const;
    return this.bus.request(beginFlow, { ...asked, browserBinding: await this.bind(http) }, caller);
  }

  @HandleRoute(getConnections)
  list({ query }: RouteInput<typeof getConnections>, caller: Caller) {
    return this.bus.request(listConnections, { limit: pageSize, ...query }, caller);
  }

  @HandleRoute(getConnectionRoute)
  read({ params }: RouteInput<typeof getConnectionRoute>, caller: Caller) {
    return this.bus.request(getConnection, params, caller);
  }

  @HandleRoute(getConnectionPictureRoute)
  async picture({ params }: RouteInput<typeof getConnectionPictureRoute>, caller: Caller, { reply }: Http) {
    const { mediaType, content } = await this.bus.request(getConnectionPicture, params, caller);
    const bytes = Buffer.from(content, 'base64');
    reply.header('content-security-policy', sandboxPolicy).header('cache-control', 'private, max-age=86400');
    return new Streamed(
      200,
      { 'content-type': mediaType, 'content-length': String(bytes.length) },
      Readable.from([bytes]),
    );
  }

  @HandleRoute(getConnectionUsage)
  usage({ params, query }: RouteInput<typeof getConnectionUsage>, caller: Caller) {
    return this.bus.request(getUsage, { ...params, ...query }, caller);
  }

  @HandleRoute(patchConnection)
  update({ params, body }: RouteInput<typeof patchConnection>, caller: Caller) {
    return this.bus.request(updateConnection, { ...params, ...body }, caller);
  }

  @HandleRoute(deleteConnection)
  disconnect({ params }: RouteInput<typeof deleteConnection>, caller: Caller) {
    return this.bus.request(disconnect, params, caller);
  }

  @HandleRoute(postTest)
  test({ params }: RouteInput<typeof postTest>, caller: Caller) {
    return this.bus.request(testConnection, params, caller);
  }

  @HandleRoute(postRefresh)
  refresh({ params }: RouteInput<typeof postRefresh>, caller: Caller) {
    return this.bus.request(refreshConnection, params, caller);
  }

  private bind({ request, reply }: Http): Promise<string> {
    return this.cookies.bindBrowser(request.headers.cookie, reply);
  }
}
