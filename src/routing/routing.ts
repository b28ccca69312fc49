import {
  AreaIndex,
  compileRecogniser,
  compileRouter,
  shapesFromGeoJson,
  type Recognised,
  type Recogniser,
  type Router,
  type RoutingFacts,
  type Told,
} from '#routing';
import { fold, phraseKey } from '#vietnamese';
import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';

/** Where a complaint goes and why, by the city's rules and map. */
@Injectable()
export class Routing {
  private readonly router: Router;
  private readonly recogniser: Recogniser;
  private readonly areas: AreaIndex;
  private readonly wardNames: { code: string; name: string }[];

  constructor(city: City) {
    const { rule_set, agencies, service_areas, ward_shapes, areas } = city.data;
    const directory = { agencies, serviceAreas: service_areas };
    const options = { timeZone: city.card.timeZone, fold };
    this.router = compileRouter(rule_set, directory, options);
    const wards = areas.filter(({ parent }) => parent !== null);
    const names = { agencies, wards, serviceAreas: service_areas };
    this.recogniser = compileRecogniser(rule_set.conflict, names, options);
    this.areas = new AreaIndex(shapesFromGeoJson(ward_shapes));
    this.wardNames = areas
      .filter(({ parent, validTo }) => parent !== null && validTo === null)
      .map(({ code, name }) => ({ code, name: phraseKey(name.vi) }));
  }

  /** The ward of a point, or null outside the city. */
  wardAt(point: { lat: number; lon: number }): string | null {
    return this.areas.wardAt(point);
  }

  /** The ward whose full name an address has; null when none or several are named. */
  wardNamedIn(address: string): string | null {
    const words = phraseKey(address);
    const named = this.wardNames.filter(({ name }) => words.includes(name));
    return named.length === 1 ? (named[0]?.code ?? null) : null;
  }

  /** The one agency that a text complains of; null when it names none, or several. */
  recogniseAbout(told: Told): Recognised | null {
    return this.recogniser.recogniseAbout(told);
  }

  route(facts: RoutingFacts) {
    return this.router.route(facts);
  }
}
