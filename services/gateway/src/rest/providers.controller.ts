import {
  checkProviderClient,
  getProvider,
  getProviders,
  HubError,
  listActions,
  listProviderStates,
  patchProviderClient,
  postProviderClientCheck,
  putProviderClient,
  putProviderClientRoute,
  setClientTesting,
} from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { HandleRoute, type RouteInput } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';
import { SetUpTexts } from '../pages/set-up-texts.ts';

/** The catalogue: what `auth` knows of each provider's client, the actions `integrations` has, and how to set it up. */
@Controller()
export class ProvidersController {
  constructor(
    private readonly bus: Bus,
    private readonly setUpTexts: SetUpTexts,
  ) {}

  @HandleRoute(getProviders)
  list(_: RouteInput<typeof getProviders>, caller: Caller) {
    return this.bus.request(listProviderStates, {}, caller);
  }

  @HandleRoute(getProvider)
  async read({ params: { provider } }: RouteInput<typeof getProvider>, caller: Caller) {
    const states = await this.bus.request(listProviderStates, {}, caller);
    const state = states.items.find(({ id }) => id === provider);
    if (!state) throw new HubError('provider_unknown');
    const { items: actions } = await this.bus.request(listActions, { provider }, caller);
    return { ...state, actions, setup: await this.setUpTexts.of(state.id) };
  }

  @HandleRoute(putProviderClientRoute)
  putClient({ params, body }: RouteInput<typeof putProviderClientRoute>, caller: Caller) {
    return this.bus.request(putProviderClient, { ...params, ...body }, caller);
  }

  @HandleRoute(postProviderClientCheck)
  checkClient({ params, body }: RouteInput<typeof postProviderClientCheck>, caller: Caller) {
    return this.bus.request(checkProviderClient, { ...params, ...body }, caller);
  }

  @HandleRoute(patchProviderClient)
  patchClient({ params, body }: RouteInput<typeof patchProviderClient>, caller: Caller) {
    return this.bus.request(setClientTesting, { ...params, ...body }, caller);
  }
}
