import { listActions, type RequestOf } from '@switchboard/contracts';
import { HandleMessage } from '@switchboard/nest-kit';
import { Controller } from '@nestjs/common';
import { CatalogService } from './catalog.service.ts';

@Controller()
export class CatalogController {
  constructor(private readonly catalog: CatalogService) {}

  @HandleMessage(listActions)
  list({ provider }: RequestOf<typeof listActions>) {
    return { items: this.catalog.views(provider) };
  }
}
