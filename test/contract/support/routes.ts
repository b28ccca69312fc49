import { DiscoveryService } from '@nestjs/core';
import { ALLOWED } from '../../../src/platform/http/public.js';
import type { World } from '../../world/world.js';

/** Every route that Fastify serves, as `METHOD /path/:parameter`; HEAD goes with each GET. */
export function servedRoutes({ app }: World): string[] {
  const fastify = app.getHttpAdapter().getInstance();
  const above: string[] = [];
  return fastify
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const found = /^(?<indent>[\s│]*)[├└]── (?<part>\S*)(?: \((?<methods>[A-Z, ]+)\))?$/u.exec(
        line,
      );
      if (!found?.groups) return [];
      const { indent = '', part = '', methods = '' } = found.groups;
      above.length = indent.length / 4;
      above.push(part);
      const path = above.join('');
      return methods
        .split(', ')
        .filter((method) => method !== '' && method !== 'HEAD')
        .map((method) => `${method} ${path}`);
    });
}

/** The handlers of all controllers with what their routes say about who may call them. */
export function handlers({ app }: World): { name: string; allowed: unknown }[] {
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  return controllers.flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = metatype.prototype as Record<string, unknown>;
    return Object.getOwnPropertyNames(prototype).flatMap((key) => {
      const handler = prototype[key];
      if (
        key === 'constructor' ||
        typeof handler !== 'function' ||
        !Reflect.hasMetadata('path', handler)
      )
        return [];
      const allowed: unknown =
        Reflect.getMetadata(ALLOWED, handler) ?? Reflect.getMetadata(ALLOWED, metatype);
      return [{ name: `${metatype.name}.${key}`, allowed }];
    });
  });
}
