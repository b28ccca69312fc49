import { DiscoveryService } from '@nestjs/core';
import { RequestMethod } from '@nestjs/common';
import { ALLOWED } from '../../../src/platform/http/allow.js';
import type { World } from '../../world/world.js';

/** Every route that Fastify serves, as `METHOD /path/:parameter`; HEAD goes with each GET. */
export function servedRoutes({ app }: Pick<World, 'app'>): string[] {
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
      // The tree leaves out the slash before a wildcard.
      above.push(part === '*' ? '/*' : part);
      const path = above.join('');
      return methods
        .split(', ')
        .filter((method) => method !== '' && method !== 'HEAD')
        .map((method) => `${method} ${path}`);
    });
}

type Handler = { name: string; route: string; allowed: unknown };
type Marked = (...given: never[]) => unknown;

const methodsOf = ({ prototype }: { prototype: unknown }): [string, Marked][] =>
  Object.getOwnPropertyNames(prototype)
    .map((name) => [name, (prototype as Record<string, Marked>)[name]] as [string, Marked])
    .filter(([name, method]) => name !== 'constructor' && typeof method === 'function');

const joined = (...parts: string[]) =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;

/** The handlers of all controllers: the route of each, and what it says about who may call it. */
export function handlers({ app }: Pick<World, 'app'>): Handler[] {
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  return controllers.flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const base = String(Reflect.getMetadata('path', metatype) ?? '');
    return methodsOf(metatype).flatMap(([name, handler]) => {
      if (!Reflect.hasMetadata('path', handler)) return [];
      const verb = RequestMethod[Reflect.getMetadata('method', handler) as number] ?? '';
      const paths = [Reflect.getMetadata('path', handler)].flat().map(String);
      const allowed: unknown =
        Reflect.getMetadata(ALLOWED, handler) ?? Reflect.getMetadata(ALLOWED, metatype);
      return paths.map((path) => ({
        name: `${metatype.name}.${name}`,
        route: `${verb} ${joined(base, path)}`,
        allowed,
      }));
    });
  });
}

/** Every gateway and every message that one listens to, with what it says about who may. */
export function gateways({ app }: Pick<World, 'app'>): { name: string; allowed: unknown }[] {
  const providers = app.get(DiscoveryService, { strict: false }).getProviders();
  return providers.flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    if (!Reflect.getMetadata('websockets:is_gateway', metatype)) return [];
    const whole: unknown = Reflect.getMetadata(ALLOWED, metatype);
    const messages = methodsOf(metatype as { prototype: unknown; name: string })
      .filter(([, method]) => Reflect.getMetadata('websockets:message_mapping', method) === true)
      .map(([name, method]) => ({
        name: `${metatype.name}.${name}`,
        allowed: Reflect.getMetadata(ALLOWED, method) as unknown,
      }));
    return [{ name: metatype.name, allowed: whole }, ...messages];
  });
}
