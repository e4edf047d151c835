import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** Counts and durations per route, for Prometheus; labels are declared paths, never values. */
@Injectable()
export class MetricsService {
  readonly registry = new Registry();
  private readonly durations: Histogram<'method' | 'route' | 'status'>;
  private readonly problems: Counter<'code'>;

  constructor() {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.durations = new Histogram({
      name: 'switchboard_http_request_duration_seconds',
      help: 'Time from the first byte of a request to the last of its answer.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
      registers,
    });
    this.problems = new Counter({
      name: 'switchboard_http_problems_total',
      help: 'Answers that were problems, by code.',
      labelNames: ['code'],
      registers,
    });
  }

  observe(request: FastifyRequest, reply: FastifyReply): void {
    const { url: route = 'none' } = request.routeOptions;
    const status = `${Math.floor(reply.raw.statusCode / 100)}xx`;
    this.durations.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
    if (request.hub?.errorCode) this.problems.inc({ code: request.hub.errorCode });
  }
}
